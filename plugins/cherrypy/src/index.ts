import { contractVersion, type Plugin } from "@muster/contract";
import { cherrypy } from "./framework.ts";

/** Pages and guards of CherryPy applications. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "cherrypy",
  version: "0.1.0",
  frameworks: [cherrypy],
};

export default plugin;
