import { assigned, type Vendor, vendor } from "../format.ts";
import { uuid } from "../part.ts";

/** Source: https://documentation.solarwinds.com/en/success_center/loggly/content/admin/customer-token-authentication-token.htm */
export const loggly: Vendor = vendor("Loggly", "https://documentation.solarwinds.com/en/success_center/loggly/content/admin/customer-token-authentication-token.htm", [
  assigned("loggly-token", "Loggly customer token", ["loggly"], [...uuid()]),
]);
