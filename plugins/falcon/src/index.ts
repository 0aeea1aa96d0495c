import { contractVersion, type Plugin } from "@muster/contract";
import { falcon } from "./framework.ts";

/** Routes and guards of Falcon applications. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "falcon",
  version: "0.1.0",
  frameworks: [falcon],
};

export default plugin;
