import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://recurly.com/developers/api/ */
export const recurly: Vendor = vendor("Recurly", "https://recurly.com/developers/api/", [
  assigned("recurly-key", "Recurly private key", ["recurly"], [hex(32)], { minEntropy: 3 }),
]);
