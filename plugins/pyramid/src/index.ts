import { contractVersion, type Plugin } from "@muster/contract";
import { pyramid } from "./framework.ts";

/** Routes, views and access control of Pyramid applications. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "pyramid",
  version: "0.1.0",
  frameworks: [pyramid],
};

export default plugin;
