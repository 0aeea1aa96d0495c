import { type Format, token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** The organisation's id, an exclamation mark and the session. */
const session: Format = {
  ...token("salesforce-session", "Salesforce access token", [either("00D"), alnum(12, 15), either("!"), alnum(80, 140)], { minEntropy: 4, after: "any" }),
  pattern: "00D[0-9A-Za-z]{12,15}![0-9A-Za-z._]{80,140}",
};

/** Source: https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_endpoints.htm */
export const salesforce: Vendor = vendor("Salesforce", "https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_endpoints.htm", [
  token("salesforce-refresh-token", "Salesforce refresh token", [either("5Aep861"), alnum(60, 120)], { after: "any" }),
  session,
]);
