import { assigned, type Vendor, vendor } from "../format.ts";
import { lowerAlnum } from "../part.ts";

/** Source: https://developers.mattermost.com/integrate/reference/personal-access-token/ */
export const mattermost: Vendor = vendor("Mattermost", "https://developers.mattermost.com/integrate/reference/personal-access-token/", [
  assigned("mattermost-token", "Mattermost token", ["mattermost", "mm_token"], [lowerAlnum(26)], { minEntropy: 3.5 }),
]);
