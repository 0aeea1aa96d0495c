import { assigned, type Vendor, vendor } from "../format.ts";
import { base64url } from "../part.ts";

/** Source: https://docs.patreon.com/#oauth */
export const patreon: Vendor = vendor("Patreon", "https://docs.patreon.com/#oauth", [
  assigned("patreon-token", "Patreon token", ["patreon"], [base64url(43)], { minEntropy: 3.5 }),
]);
