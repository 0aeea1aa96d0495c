import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://developer.vonage.com/en/getting-started/concepts/authentication */
export const vonage: Vendor = vendor("Vonage", "https://developer.vonage.com/en/getting-started/concepts/authentication", [
  assigned("vonage-secret", "Vonage API secret", ["vonage_secret", "vonage_api_secret", "nexmo_secret", "nexmo_api_secret", "nexmo"], [alnum(16)], { minEntropy: 3 }),
]);
