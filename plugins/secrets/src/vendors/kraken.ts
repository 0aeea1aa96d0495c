import { assigned, type Vendor, vendor } from "../format.ts";
import { base64, either } from "../part.ts";

/** Source: https://docs.kraken.com/api/docs/guides/spot-rest-auth */
export const kraken: Vendor = vendor("Kraken", "https://docs.kraken.com/api/docs/guides/spot-rest-auth", [
  assigned("kraken-secret", "Kraken API secret", ["kraken"], [base64(86), either("==")], { after: "any", minEntropy: 4 }),
]);
