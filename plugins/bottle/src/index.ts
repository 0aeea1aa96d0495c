import { contractVersion, type Plugin } from "@muster/contract";
import { bottle } from "./framework.ts";

/** Routes and guards of Bottle applications. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "bottle",
  version: "0.1.0",
  frameworks: [bottle],
};

export default plugin;
