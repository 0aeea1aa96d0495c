import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://developer.zendesk.com/api-reference/introduction/security-and-auth/ */
export const zendesk: Vendor = vendor("Zendesk", "https://developer.zendesk.com/api-reference/introduction/security-and-auth/", [
  assigned("zendesk-token", "Zendesk API token", ["zendesk"], [alnum(40)], { minEntropy: 3.5 }),
]);
