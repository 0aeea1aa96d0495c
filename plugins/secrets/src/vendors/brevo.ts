import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either, hex } from "../part.ts";

/** Source: https://developers.brevo.com/docs/getting-started */
export const brevo: Vendor = vendor("Brevo", "https://developers.brevo.com/docs/getting-started", [
  token("brevo-api-key", "Brevo API key", [either("xkeysib-", "xsmtpsib-"), hex(64), either("-"), alnum(16)]),
]);
