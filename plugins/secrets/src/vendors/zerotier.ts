import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://docs.zerotier.com/api/central/ */
export const zerotier: Vendor = vendor("ZeroTier", "https://docs.zerotier.com/api/central/", [
  assigned("zerotier-token", "ZeroTier API token", ["zerotier"], [alnum(32)], { minEntropy: 3.5 }),
]);
