import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://developer.konghq.com/konnect-api/ */
export const kong: Vendor = vendor("Kong", "https://developer.konghq.com/konnect-api/", [
  token("kong-token", "Kong Konnect token", [either("kpat_", "spat_"), alnum(40, 100)], { minEntropy: 3.5 }),
]);
