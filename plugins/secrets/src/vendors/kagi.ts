import { assigned, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://help.kagi.com/kagi/api/overview.html */
export const kagi: Vendor = vendor("Kagi", "https://help.kagi.com/kagi/api/overview.html", [
  assigned("kagi-key", "Kagi API key", ["kagi"], [base64url(11), either("."), base64url(43)], { minEntropy: 3.5 }),
]);
