import { assigned, token, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://dev.twitch.tv/docs/authentication/ */
export const twitch: Vendor = vendor("Twitch", "https://dev.twitch.tv/docs/authentication/", [
  assigned("twitch-secret", "Twitch client secret or token", ["twitch"], [lowerAlnum(30)], { minEntropy: 3.3 }),
  token("twitch-oauth-token", "Twitch chat token", [either("oauth:"), lowerAlnum(30)], { minEntropy: 3.3 }),
]);
