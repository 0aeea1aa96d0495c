import { contractVersion, type Plugin } from "@muster/contract";
import { flaskOpenApi3 } from "./framework.ts";

/** What flask-openapi3 adds to Flask. Needs the plugin of Flask. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "flask-openapi3",
  version: "0.1.0",
  frameworks: [flaskOpenApi3],
};

export default plugin;
