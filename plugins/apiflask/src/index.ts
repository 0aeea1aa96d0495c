import { contractVersion, type Plugin } from "@muster/contract";
import { apiflask } from "./framework.ts";

/** What APIFlask adds to Flask. Needs the plugin of Flask. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "apiflask",
  version: "0.1.0",
  frameworks: [apiflask],
};

export default plugin;
