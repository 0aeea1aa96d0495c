import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/ */
export const pinterest: Vendor = vendor("Pinterest", "https://developers.pinterest.com/docs/getting-started/set-up-authentication-and-authorization/", [
  token("pinterest-token", "Pinterest access token", [either("pina_"), alnum(32, 100)], { minEntropy: 3.5 }),
]);
