import { contractVersion, type Plugin } from "@muster/contract";
import { tornado } from "./framework.ts";

/** Routes and guards of Tornado applications. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "tornado",
  version: "0.1.0",
  frameworks: [tornado],
};

export default plugin;
