import { contractVersion, type Plugin } from "@muster/contract";
import { flask } from "./framework.ts";

/** Routes and guards of Flask and Quart applications. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "flask",
  version: "0.1.0",
  frameworks: [flask],
};

export default plugin;
