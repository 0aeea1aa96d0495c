import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html */
export const zoho: Vendor = vendor("Zoho", "https://www.zoho.com/accounts/protocol/oauth/web-apps/access-token.html", [
  token("zoho-token", "Zoho OAuth token", [either("1000."), hex(32), either("."), hex(32)]),
]);
