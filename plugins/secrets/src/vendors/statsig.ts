import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.statsig.com/sdk-keys/api-keys */
export const statsig: Vendor = vendor("Statsig", "https://docs.statsig.com/sdk-keys/api-keys", [
  assigned("statsig-secret-key", "Statsig secret key", ["statsig"], [either("secret-", "console-"), alnum(43, 50)], { minEntropy: 3.5 }),
]);
