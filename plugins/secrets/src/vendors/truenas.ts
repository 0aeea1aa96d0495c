import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum, digits, either } from "../part.ts";

/** Source: https://www.truenas.com/docs/scale/api/ */
export const truenas: Vendor = vendor("TrueNAS", "https://www.truenas.com/docs/scale/api/", [
  assigned("truenas-api-key", "TrueNAS API key", ["truenas", "auth.login_with_api_key"], [digits(1, 3), either("-"), alnum(64)], { minEntropy: 3.5 }),
]);
