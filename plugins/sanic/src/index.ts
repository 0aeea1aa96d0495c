import { contractVersion, type Plugin } from "@muster/contract";
import { sanic } from "./framework.ts";

/** Routes and guards of Sanic applications. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "sanic",
  version: "0.1.0",
  frameworks: [sanic],
};

export default plugin;
