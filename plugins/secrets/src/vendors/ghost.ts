import { assigned, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://ghost.org/docs/admin-api/#token-authentication */
export const ghost: Vendor = vendor("Ghost", "https://ghost.org/docs/admin-api/#token-authentication", [
  assigned("ghost-admin-key", "Ghost Admin API key", ["ghost_admin", "ghost_api", "ghost-admin", "ghost"], [hex(24), either(":"), hex(64)], { minEntropy: 3 }),
]);
