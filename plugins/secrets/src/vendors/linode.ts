import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://techdocs.akamai.com/linode-api/reference/get-started */
export const linode: Vendor = vendor("Linode", "https://techdocs.akamai.com/linode-api/reference/get-started", [
  assigned("linode-token", "Linode token", ["linode"], [hex(64)], { minEntropy: 3 }),
]);
