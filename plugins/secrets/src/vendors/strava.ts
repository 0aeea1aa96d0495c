import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://developers.strava.com/docs/authentication/ */
export const strava: Vendor = vendor("Strava", "https://developers.strava.com/docs/authentication/", [
  assigned("strava-secret", "Strava client secret or token", ["strava"], [hex(40)], { minEntropy: 3 }),
]);
