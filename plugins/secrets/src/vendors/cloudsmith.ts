import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://help.cloudsmith.io/docs/api-key */
export const cloudsmith: Vendor = vendor("Cloudsmith", "https://help.cloudsmith.io/docs/api-key", [
  assigned("cloudsmith-key", "Cloudsmith API key", ["cloudsmith"], [hex(40)], { minEntropy: 3 }),
]);
