import { contractVersion, type Plugin } from "@muster/contract";
import { flaskRestx } from "./framework.ts";

/** Flask-RESTX over Flask. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "flask-restx",
  version: "0.1.0",
  frameworks: [flaskRestx],
};

export default plugin;
