import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://stytch.com/docs/api */
export const stytch: Vendor = vendor("Stytch", "https://stytch.com/docs/api", [
  token("stytch-secret", "Stytch secret", [either("secret-live-", "secret-test-"), base64url(34, 40)], { minEntropy: 3.5 }),
]);
