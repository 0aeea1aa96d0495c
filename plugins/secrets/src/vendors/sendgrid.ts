import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys */
export const sendgrid: Vendor = vendor("SendGrid", "https://www.twilio.com/docs/sendgrid/ui/account-and-settings/api-keys", [
  token("sendgrid-api-key", "SendGrid API key", [either("SG."), base64url(20, 24), either("."), base64url(39, 50)]),
]);
