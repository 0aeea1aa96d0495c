import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://developers.freshdesk.com/api/#authentication */
export const freshdesk: Vendor = vendor("Freshworks", "https://developers.freshdesk.com/api/#authentication", [
  assigned("freshdesk-api-key", "Freshdesk API key", ["freshdesk", "freshservice", "freshsales", "freshworks"], [alnum(20)], { minEntropy: 3.5 }),
]);
