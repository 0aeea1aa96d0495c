import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://dev.mailjet.com/email/guides/ */
export const mailjet: Vendor = vendor("Mailjet", "https://dev.mailjet.com/email/guides/", [
  assigned("mailjet-key", "Mailjet key", ["mailjet", "mj_apikey"], [hex(32)], { minEntropy: 3 }),
]);
