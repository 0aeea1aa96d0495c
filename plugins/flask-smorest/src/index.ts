import { contractVersion, type Plugin } from "@muster/contract";
import { flaskSmorest } from "./framework.ts";

/** Flask-Smorest over Flask. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "flask-smorest",
  version: "0.1.0",
  frameworks: [flaskSmorest],
};

export default plugin;
