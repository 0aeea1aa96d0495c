import { contractVersion, type Plugin } from "@muster/contract";

const plugin: Plugin = {
  contract: contractVersion,
  name: "litestar",
  version: "0.1.0",
  frameworks: [],
};

export default plugin;
