import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum, hex } from "../part.ts";

/** Source: https://docs.codacy.com/codacy-api/api-tokens/ */
export const codacy: Vendor = vendor("Codacy", "https://docs.codacy.com/codacy-api/api-tokens/", [
  assigned("codacy-token", "Codacy token", ["codacy"], [alnum(20)], { minEntropy: 3.5 }),
  assigned("codacy-project-token", "Codacy project token", ["codacy"], [hex(32)], { minEntropy: 3 }),
]);
