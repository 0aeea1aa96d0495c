import { contractVersion, type Plugin } from "@muster/contract";
import { flaskRestful } from "./framework.ts";

/** Flask-RESTful over Flask. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "flask-restful",
  version: "0.1.0",
  frameworks: [flaskRestful],
};

export default plugin;
