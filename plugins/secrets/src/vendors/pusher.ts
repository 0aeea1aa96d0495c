import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://pusher.com/docs/channels/library_auth_reference/rest-api/ */
export const pusher: Vendor = vendor("Pusher", "https://pusher.com/docs/channels/library_auth_reference/rest-api/", [
  assigned("pusher-secret", "Pusher secret", ["pusher_secret", "pusher_app_secret", "pusher"], [hex(20)], { minEntropy: 3 }),
]);
