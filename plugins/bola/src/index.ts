import { contractVersion } from "@muster/contract";
import type { Plugin } from "@muster/contract";
import { objectOwnership } from "./controls/object-ownership.ts";
import { unownedMutation } from "./rules/unowned-mutation.ts";

/** Broken object-level authorisation: is what a caller destroys or changes the caller's own? */
const plugin: Plugin = {
  contract: contractVersion,
  name: "bola",
  version: "1",
  analysis: { uses: [], rules: [unownedMutation], controls: [objectOwnership] },
};

export default plugin;
