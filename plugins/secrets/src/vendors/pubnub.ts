import { token, type Vendor, vendor } from "../format.ts";
import { base64, either } from "../part.ts";

/** Source: https://www.pubnub.com/docs/general/setup/account-setup */
export const pubnub: Vendor = vendor("PubNub", "https://www.pubnub.com/docs/general/setup/account-setup", [
  token("pubnub-secret-key", "PubNub secret key", [either("sec-c-"), base64(44, 60)], { after: "any" }),
]);
