import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://porkbun.com/api/json/v3/documentation */
export const porkbun: Vendor = vendor("Porkbun", "https://porkbun.com/api/json/v3/documentation", [
  token("porkbun-key", "Porkbun API key", [either("pk1_", "sk1_"), hex(64)], { minEntropy: 3 }),
]);
