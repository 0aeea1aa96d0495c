import { contractVersion, type Plugin } from "@muster/contract";
import { connexion } from "./framework.ts";

/** Routes and guards that Connexion makes of specifications. Needs the plugin of Flask, on which its applications are built. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "connexion",
  version: "0.1.0",
  frameworks: [connexion],
};

export default plugin;
