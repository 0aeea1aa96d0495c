import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://support.crowdin.com/enterprise/personal-access-tokens/ */
export const crowdin: Vendor = vendor("Crowdin", "https://support.crowdin.com/enterprise/personal-access-tokens/", [
  assigned("crowdin-token", "Crowdin personal token", ["crowdin"], [hex(80)], { minEntropy: 3 }),
]);
