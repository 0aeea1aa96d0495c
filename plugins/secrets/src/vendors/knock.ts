import { assigned, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://docs.knock.app/developer-tools/api-keys */
export const knock: Vendor = vendor("Knock", "https://docs.knock.app/developer-tools/api-keys", [
  assigned("knock-secret-key", "Knock secret key", ["knock_api", "knock_secret", "knock_key"], [either("sk_"), base64url(43)], { minEntropy: 3.5 }),
]);
