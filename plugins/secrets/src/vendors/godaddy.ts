import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://developer.godaddy.com/getstarted */
export const godaddy: Vendor = vendor("GoDaddy", "https://developer.godaddy.com/getstarted", [
  assigned("godaddy-api-key", "GoDaddy API key", ["godaddy"], [alnum(10, 14), either("_"), alnum(21, 22)], { minEntropy: 3.5 }),
]);
