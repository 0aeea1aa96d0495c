import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_endpoints.htm */
export const salesforce: Vendor = vendor("Salesforce", "https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_endpoints.htm", [
  token("salesforce-refresh-token", "Salesforce refresh token", [either("5Aep861"), alnum(60, 120)], { after: "any" }),
]);
