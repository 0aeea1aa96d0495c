import { contractVersion, type Plugin } from "@muster/contract";
import { drf } from "./framework.ts";

/** Views, routers and permissions of Django REST Framework and the libraries around it. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "drf",
  version: "0.1.0",
  frameworks: [drf],
};

export default plugin;
