import { contractVersion, type Plugin } from "@muster/contract";
import { aiohttp } from "./framework.ts";

/** Routes and guards of aiohttp servers. */
const plugin: Plugin = {
  contract: contractVersion,
  name: "aiohttp",
  version: "0.1.0",
  frameworks: [aiohttp],
};

export default plugin;
