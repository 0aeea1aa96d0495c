import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://amplitude.com/docs/apis/authentication */
export const amplitude: Vendor = vendor("Amplitude", "https://amplitude.com/docs/apis/authentication", [
  assigned("amplitude-secret-key", "Amplitude secret key", ["amplitude_secret", "amplitude_api", "amplitude"], [hex(32)], { minEntropy: 3 }),
]);
