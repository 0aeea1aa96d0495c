import { contractVersion, type Plugin } from "@muster/contract";
import { django } from "./framework.ts";

/** Routes and guards of Django projects. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "django",
  version: "0.1.0",
  frameworks: [django],
};

export default plugin;
