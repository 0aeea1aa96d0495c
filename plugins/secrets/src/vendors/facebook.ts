import { assigned, token, type Vendor, vendor } from "../format.ts";
import { alnum, either, hex } from "../part.ts";

/** Source: https://developers.facebook.com/docs/facebook-login/guides/access-tokens/ */
export const facebook: Vendor = vendor("Meta", "https://developers.facebook.com/docs/facebook-login/guides/access-tokens/", [
  token("facebook-access-token", "Facebook access token", [either("EAAC", "EAAD", "EAAG", "EAAB", "EAAM", "EAAE", "EAAI", "EAAJ", "EAAL", "EAAF", "EAAN", "EAAO"), alnum(90, 190)], { before: "token", minEntropy: 4 }),
  assigned("facebook-app-secret", "Facebook app secret", ["facebook", "fb_app_secret", "fb_secret", "fbsecret"], [hex(32)], { minEntropy: 3 }),
]);
