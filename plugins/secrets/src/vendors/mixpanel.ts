import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://developer.mixpanel.com/reference/authentication */
export const mixpanel: Vendor = vendor("Mixpanel", "https://developer.mixpanel.com/reference/authentication", [
  assigned("mixpanel-secret", "Mixpanel API secret", ["mixpanel_secret", "mixpanel_api_secret", "mixpanelsecret", "mixpanel-secret", "mixpanel"], [hex(32)], { minEntropy: 3 }),
]);
