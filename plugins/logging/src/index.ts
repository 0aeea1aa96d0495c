import { contractVersion, type Plugin } from "@muster/contract";
import { audit01 } from "./controls/audit-01.ts";
import { audit02 } from "./controls/audit-02.ts";
import { auditing } from "./framework.ts";
import { handlersExtractor } from "./mends/written-handlers.ts";
import { unauditedMutation } from "./rules/unaudited-mutation.ts";
import { unprotectedTrail } from "./rules/unprotected-trail.ts";

/** Judges whether what destroys or overwrites data is written down, and kept. */
const logging: Plugin = {
  contract: contractVersion,
  name: "logging",
  version: "0.1.0",
  frameworks: [auditing],
  extractors: [handlersExtractor],
  analysis: {
    uses: [handlersExtractor.name],
    calls: { hints: ["addHandler("], callees: ["logging.getLogger().addHandler"] },
    rules: [unauditedMutation, unprotectedTrail],
    controls: [audit01, audit02],
  },
};

export default logging;
