import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://developer.gocardless.com/api-reference/ */
export const gocardless: Vendor = vendor("GoCardless", "https://developer.gocardless.com/api-reference/", [
  token("gocardless-token", "GoCardless access token", [either("live_", "sandbox_"), base64url(40)], { minEntropy: 3.8, confidence: "medium" }),
]);
