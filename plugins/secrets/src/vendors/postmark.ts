import { assigned, type Vendor, vendor } from "../format.ts";
import { uuid } from "../part.ts";

/** Source: https://postmarkapp.com/developer/api/overview#authentication */
export const postmark: Vendor = vendor("Postmark", "https://postmarkapp.com/developer/api/overview#authentication", [
  assigned("postmark-token", "Postmark server token", ["postmark"], [...uuid()]),
]);
