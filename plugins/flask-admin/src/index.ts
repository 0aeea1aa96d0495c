import { contractVersion, type Plugin } from "@muster/contract";
import { flaskAdmin } from "./framework.ts";

/** Views of Flask-Admin: each of a model's routes is listed, as each view class may guard its own. Needs the plugin of Flask. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "flask-admin",
  version: "0.1.0",
  frameworks: [flaskAdmin],
};

export default plugin;
