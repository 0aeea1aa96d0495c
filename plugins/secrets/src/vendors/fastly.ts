import { assigned, type Vendor, vendor } from "../format.ts";
import { base64url } from "../part.ts";

/** Source: https://www.fastly.com/documentation/reference/api/auth-tokens/ */
export const fastly: Vendor = vendor("Fastly", "https://www.fastly.com/documentation/reference/api/auth-tokens/", [
  assigned("fastly-api-token", "Fastly API token", ["fastly"], [base64url(32)], { minEntropy: 3.5 }),
]);
