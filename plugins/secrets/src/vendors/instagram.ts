import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://developers.facebook.com/docs/instagram-platform/ */
export const instagram: Vendor = vendor("Instagram", "https://developers.facebook.com/docs/instagram-platform/", [
  token("instagram-token", "Instagram access token", [either("IGQVJ", "IGQWR", "IGAA"), base64url(100, 190)], { minEntropy: 3.5 }),
]);
