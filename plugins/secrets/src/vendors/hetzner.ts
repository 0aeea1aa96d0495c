import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://docs.hetzner.cloud/reference/cloud */
export const hetzner: Vendor = vendor("Hetzner", "https://docs.hetzner.cloud/reference/cloud", [
  assigned("hetzner-token", "Hetzner Cloud token", ["hetzner", "hcloud"], [alnum(64)], { minEntropy: 3.5 }),
]);
