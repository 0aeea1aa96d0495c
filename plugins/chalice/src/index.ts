import { contractVersion, type Plugin } from "@muster/contract";
import { chalice } from "./framework.ts";

/** Routes and guards of Chalice applications. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "chalice",
  version: "0.1.0",
  frameworks: [chalice],
};

export default plugin;
