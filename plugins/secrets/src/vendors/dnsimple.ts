import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://developer.dnsimple.com/v2/#authentication */
export const dnsimple: Vendor = vendor("DNSimple", "https://developer.dnsimple.com/v2/#authentication", [
  token("dnsimple-token", "DNSimple API token", [either("dnsimple_u_", "dnsimple_a_"), alnum(32)], { minEntropy: 3.5 }),
]);
