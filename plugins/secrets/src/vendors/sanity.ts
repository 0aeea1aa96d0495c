import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://www.sanity.io/docs/http-auth */
export const sanity: Vendor = vendor("Sanity", "https://www.sanity.io/docs/http-auth", [
  assigned("sanity-token", "Sanity API token", ["sanity"], [either("sk"), alnum(80, 190)], { minEntropy: 3.5 }),
]);
