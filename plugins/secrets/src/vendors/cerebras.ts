import { token, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://inference-docs.cerebras.ai/quickstart */
export const cerebras: Vendor = vendor("Cerebras", "https://inference-docs.cerebras.ai/quickstart", [
  token("cerebras-api-key", "Cerebras API key", [either("csk-"), lowerAlnum(48)], { minEntropy: 3.5 }),
]);
