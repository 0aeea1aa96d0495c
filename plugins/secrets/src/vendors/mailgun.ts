import { assigned, token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://documentation.mailgun.com/docs/mailgun/api-reference/authentication/ */
export const mailgun: Vendor = vendor("Mailgun", "https://documentation.mailgun.com/docs/mailgun/api-reference/authentication/", [
  assigned("mailgun-private-key", "Mailgun private API key", ["mailgun", "mg_api_key"], [either("key-"), hex(32)]),
  token("mailgun-api-key", "Mailgun API key", [either("key-"), hex(32)], { minEntropy: 3, confidence: "medium" }),
  assigned("mailgun-signing-key", "Mailgun key of the newer form", ["mailgun"], [hex(32), either("-"), hex(8), either("-"), hex(8)]),
]);
