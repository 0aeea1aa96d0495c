import { contractVersion, type Plugin } from "@muster/contract";
import { flaskAppBuilder } from "./framework.ts";

/** Views and interfaces of Flask-AppBuilder, as Superset and Airflow are made of. Needs the plugin of Flask. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "flask-appbuilder",
  version: "0.1.0",
  frameworks: [flaskAppBuilder],
};

export default plugin;
