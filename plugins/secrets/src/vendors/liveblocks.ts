import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://liveblocks.io/docs/authentication */
export const liveblocks: Vendor = vendor("Liveblocks", "https://liveblocks.io/docs/authentication", [
  token("liveblocks-secret-key", "Liveblocks secret key", [either("sk_prod_", "sk_dev_"), base64url(60, 80)], { minEntropy: 3.5 }),
]);
