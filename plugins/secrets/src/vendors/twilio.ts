import { assigned, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** A key's SID is `SK` and 32 hexadecimal digits, an account's `AC`: two letters are no keyword, so digits that follow are named. */
const apiKey = assigned("twilio-sid", "Twilio API key SID", ["twilio"], [either("SK"), hex(32)], { minEntropy: 3 });

/** Source: https://www.twilio.com/docs/iam/api-keys */
export const twilio: Vendor = vendor("Twilio", "https://www.twilio.com/docs/iam/api-keys", [
  apiKey,
  assigned("twilio-auth-token", "Twilio auth token", ["twilio_auth", "twilio_token", "twilioauth", "twilio_secret"], [hex(32)], { minEntropy: 3 }),
]);
