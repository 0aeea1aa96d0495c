import { assigned, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://docs.useplunk.com/api-reference/authentication */
export const plunk: Vendor = vendor("Plunk", "https://docs.useplunk.com/api-reference/authentication", [
  assigned("plunk-secret-key", "Plunk secret key", ["plunk"], [either("sk_"), hex(48)], { minEntropy: 3 }),
]);
