import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://docs.livekit.io/home/get-started/authentication/ */
export const livekit: Vendor = vendor("LiveKit", "https://docs.livekit.io/home/get-started/authentication/", [
  assigned("livekit-secret", "LiveKit API secret", ["livekit_api_secret", "livekit_secret"], [alnum(40, 50)], { minEntropy: 3.5 }),
]);
