import { assigned, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://developer.okta.com/docs/guides/create-an-api-token/main/ */
export const okta: Vendor = vendor("Okta", "https://developer.okta.com/docs/guides/create-an-api-token/main/", [
  assigned("okta-api-token", "Okta API token", ["okta", "ssws"], [either("00"), base64url(40)], { minEntropy: 3.5 }),
]);
