import { assigned, token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://elevenlabs.io/docs/api-reference/authentication */
export const elevenlabs: Vendor = vendor("ElevenLabs", "https://elevenlabs.io/docs/api-reference/authentication", [
  token("elevenlabs-api-key", "ElevenLabs API key", [either("sk_"), hex(48)], { minEntropy: 3 }),
  assigned("elevenlabs-legacy-key", "ElevenLabs API key of the first generation", ["elevenlabs", "eleven_labs", "eleven_api_key", "xi-api-key"], [hex(32)], { minEntropy: 3 }),
]);
