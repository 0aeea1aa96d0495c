import { contractVersion, type Plugin } from "@muster/contract";
import { rate01 } from "./controls/rate-01.ts";
import { limiters } from "./framework.ts";
import { gateway } from "./gateway/extractor.ts";
import { limiterNames } from "./names-extractor.ts";
import { optionsSchema } from "./options.ts";
import { looseLimit } from "./rules/loose-limit.ts";
import { unlimitedSensitiveFlow } from "./rules/unlimited-sensitive-flow.ts";

/** Judges whether requests are limited, and those of sign-ins strictly. */
const limits: Plugin = {
  contract: contractVersion,
  name: "limits",
  version: "0.1.0",
  options: optionsSchema,
  extractors: [limiterNames, gateway],
  frameworks: [limiters],
  analysis: {
    uses: [limiterNames.name, gateway.name],
    rules: [unlimitedSensitiveFlow, looseLimit],
    controls: [rate01],
  },
};

export default limits;
