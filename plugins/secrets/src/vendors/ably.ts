import { assigned, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://ably.com/docs/auth/basic */
export const ably: Vendor = vendor("Ably", "https://ably.com/docs/auth/basic", [
  assigned("ably-api-key", "Ably API key", ["ably"], [base64url(6), either("."), base64url(6), either(":"), base64url(30, 44)], { minEntropy: 3.5 }),
]);
