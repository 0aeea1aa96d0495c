import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://developers.dwolla.com/docs/api-reference/tokens */
export const dwolla: Vendor = vendor("Dwolla", "https://developers.dwolla.com/docs/api-reference/tokens", [
  assigned("dwolla-secret", "Dwolla key or secret", ["dwolla"], [alnum(50)], { minEntropy: 3.5 }),
]);
