import { assigned, type Vendor, vendor } from "../format.ts";
import { base64, either } from "../part.ts";

/** Source: https://developers.intercom.com/docs/build-an-integration/learn-more/authentication */
export const intercom: Vendor = vendor("Intercom", "https://developers.intercom.com/docs/build-an-integration/learn-more/authentication", [
  assigned("intercom-token", "Intercom access token", ["intercom"], [either("dG9rO"), base64(50, 60), either("=")]),
]);
