import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://developers.sparkpost.com/api/#header-authentication */
export const sparkpost: Vendor = vendor("SparkPost", "https://developers.sparkpost.com/api/#header-authentication", [
  assigned("sparkpost-key", "SparkPost API key", ["sparkpost"], [hex(40)], { minEntropy: 3 }),
]);
