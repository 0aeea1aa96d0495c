import { contractVersion, type Plugin } from "@muster/contract";
import { djangoNinja } from "./framework.ts";

/** Routes and guards of Django Ninja and Ninja-extra, over those of Django. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "django-ninja",
  version: "0.1.0",
  frameworks: [djangoNinja],
};

export default plugin;
