import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum, base64, either, uuid } from "../part.ts";

/** Source: https://bitwarden.com/help/access-tokens/ */
export const bitwarden: Vendor = vendor("Bitwarden Secrets Manager", "https://bitwarden.com/help/access-tokens/", [
  assigned("bitwarden-access-token", "Bitwarden access token", ["bws_access_token", "bitwarden", "bws_token"], [either("0."), ...uuid(), either("."), alnum(30), either(":"), base64(22), either("==")], { after: "any" }),
]);
