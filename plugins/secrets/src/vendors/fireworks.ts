import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.fireworks.ai/api-reference/introduction */
export const fireworks: Vendor = vendor("Fireworks AI", "https://docs.fireworks.ai/api-reference/introduction", [
  token("fireworks-api-key", "Fireworks AI API key", [either("fw_"), alnum(22, 24)], { minEntropy: 3.5 }),
]);
