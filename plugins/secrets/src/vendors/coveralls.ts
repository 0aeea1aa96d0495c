import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://docs.coveralls.io/api-introduction */
export const coveralls: Vendor = vendor("Coveralls", "https://docs.coveralls.io/api-introduction", [
  assigned("coveralls-token", "Coveralls repo token", ["coveralls", "repo_token"], [alnum(32, 37)], { minEntropy: 3.5 }),
]);
