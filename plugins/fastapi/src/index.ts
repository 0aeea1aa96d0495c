import { contractVersion, type Plugin } from "@muster/contract";
import { fastapi } from "./framework.ts";

/** Routes and guards of FastAPI and Starlette applications. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "fastapi",
  version: "0.1.0",
  frameworks: [fastapi],
};

export default plugin;
