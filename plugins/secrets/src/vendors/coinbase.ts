import { assigned, type Vendor, vendor } from "../format.ts";
import { base64url } from "../part.ts";

/** Source: https://docs.cdp.coinbase.com/coinbase-app/authentication-authorization/api-key-authentication */
export const coinbase: Vendor = vendor("Coinbase", "https://docs.cdp.coinbase.com/coinbase-app/authentication-authorization/api-key-authentication", [
  assigned("coinbase-key", "Coinbase key", ["coinbase"], [base64url(64)], { minEntropy: 3.5 }),
]);
