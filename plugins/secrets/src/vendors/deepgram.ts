import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://developers.deepgram.com/docs/authenticating */
export const deepgram: Vendor = vendor("Deepgram", "https://developers.deepgram.com/docs/authenticating", [
  assigned("deepgram-api-key", "Deepgram API key", ["deepgram"], [hex(40)], { minEntropy: 3 }),
]);
