import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://www.algolia.com/doc/guides/security/api-keys/ */
export const algolia: Vendor = vendor("Algolia", "https://www.algolia.com/doc/guides/security/api-keys/", [
  assigned("algolia-api-key", "Algolia API key", ["algolia"], [hex(32)], { minEntropy: 3 }),
]);
