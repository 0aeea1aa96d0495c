import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://docs.midtrans.com/docs/access-keys */
export const midtrans: Vendor = vendor("Midtrans", "https://docs.midtrans.com/docs/access-keys", [
  token("midtrans-server-key", "Midtrans server key", [either("Mid-server-", "SB-Mid-server-", "VT-server-"), base64url(24)], { minEntropy: 3.5 }),
]);
