import { assigned, type Vendor, vendor } from "../format.ts";
import { either, hex, uuid } from "../part.ts";

/** Source: https://www.infobip.com/docs/essentials/api-essentials/api-authentication */
export const infobip: Vendor = vendor("Infobip", "https://www.infobip.com/docs/essentials/api-essentials/api-authentication", [
  assigned("infobip-api-key", "Infobip API key", ["infobip"], [hex(32), either("-"), ...uuid()]),
]);
