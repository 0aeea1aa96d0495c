import { contractVersion, type Plugin } from "@muster/contract";
import { audit01 } from "./controls/audit-01.ts";
import { auditing } from "./framework.ts";
import { unauditedMutation } from "./rules/unaudited-mutation.ts";

/** Judges whether what destroys or overwrites data is written down. */
const logging: Plugin = {
  contract: contractVersion,
  name: "logging",
  version: "0.1.0",
  frameworks: [auditing],
  analysis: {
    uses: [],
    rules: [unauditedMutation],
    controls: [audit01],
  },
};

export default logging;
