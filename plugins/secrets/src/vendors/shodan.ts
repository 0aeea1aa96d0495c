import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://developer.shodan.io/api */
export const shodan: Vendor = vendor("Shodan", "https://developer.shodan.io/api", [
  assigned("shodan-api-key", "Shodan API key", ["shodan"], [alnum(32)], { minEntropy: 3.5 }),
]);
