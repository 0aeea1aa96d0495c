import { contractVersion, type Plugin } from "@muster/contract";
import { robyn } from "./framework.ts";

/** Routes and guards of Robyn applications. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "robyn",
  version: "0.1.0",
  frameworks: [robyn],
};

export default plugin;
