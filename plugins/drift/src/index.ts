import { contractVersion, type Plugin } from "@muster/contract";
import { doc01 } from "./controls/doc-01.ts";
import { inv01 } from "./controls/inv-01.ts";
import { inv02 } from "./controls/inv-02.ts";
import { documentExtractor } from "./document/extractor.ts";
import { optionsSchema } from "./options.ts";
import { authDrift } from "./rules/auth-drift.ts";
import { ghostEndpoint } from "./rules/ghost-endpoint.ts";
import { shadowEndpoint } from "./rules/shadow-endpoint.ts";
import { unreachableRoute } from "./rules/unreachable-route.ts";
import { zombieEndpoint } from "./rules/zombie-endpoint.ts";

/** Holds the OpenAPI and Swagger documents of a repository against the code that they describe. */
const drift: Plugin = {
  contract: contractVersion,
  name: "drift",
  version: "0.1.0",
  options: optionsSchema,
  extractors: [documentExtractor],
  analysis: {
    uses: [documentExtractor.name],
    rules: [shadowEndpoint, ghostEndpoint, zombieEndpoint, authDrift, unreachableRoute],
    controls: [inv01, inv02, doc01],
  },
};

export default drift;
