import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://www.namecheap.com/support/api/intro/ */
export const namecheap: Vendor = vendor("Namecheap", "https://www.namecheap.com/support/api/intro/", [
  assigned("namecheap-api-key", "Namecheap API key", ["namecheap"], [hex(32)], { minEntropy: 3 }),
]);
