import { contractVersion, type Plugin } from "@muster/contract";
import { litestar } from "./framework.ts";

/** Routes and guards of Litestar applications. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "litestar",
  version: "0.1.0",
  frameworks: [litestar],
};

export default plugin;
