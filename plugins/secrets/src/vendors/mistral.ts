import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://docs.mistral.ai/getting-started/quickstart/ */
export const mistral: Vendor = vendor("Mistral AI", "https://docs.mistral.ai/getting-started/quickstart/", [
  assigned("mistral-api-key", "Mistral AI API key", ["mistral"], [alnum(32)], { minEntropy: 3.5 }),
]);
