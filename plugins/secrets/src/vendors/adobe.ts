import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://developer.adobe.com/developer-console/docs/guides/authentication/ */
export const adobe: Vendor = vendor("Adobe", "https://developer.adobe.com/developer-console/docs/guides/authentication/", [
  token("adobe-client-secret", "Adobe client secret", [either("p8e-"), base64url(32)]),
]);
