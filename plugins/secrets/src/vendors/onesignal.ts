import { token, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://documentation.onesignal.com/docs/en/keys-and-ids */
export const onesignal: Vendor = vendor("OneSignal", "https://documentation.onesignal.com/docs/en/keys-and-ids", [
  token("onesignal-api-key", "OneSignal API key", [either("os_v2_app_", "os_v2_org_"), lowerAlnum(100, 110)], { minEntropy: 3.5 }),
]);
