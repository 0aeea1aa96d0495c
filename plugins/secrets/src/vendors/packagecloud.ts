import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://packagecloud.io/docs/api */
export const packagecloud: Vendor = vendor("packagecloud", "https://packagecloud.io/docs/api", [
  assigned("packagecloud-token", "packagecloud API token", ["packagecloud"], [hex(48)], { minEntropy: 3 }),
]);
