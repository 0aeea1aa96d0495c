import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://developers.mailersend.com/general.html#authentication */
export const mailersend: Vendor = vendor("MailerSend", "https://developers.mailersend.com/general.html#authentication", [
  token("mailersend-token", "MailerSend API token", [either("mlsn."), hex(64)], { minEntropy: 3 }),
]);
