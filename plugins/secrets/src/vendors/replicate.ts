import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://replicate.com/docs/topics/security/api-tokens */
export const replicate: Vendor = vendor("Replicate", "https://replicate.com/docs/topics/security/api-tokens", [
  token("replicate-token", "Replicate API token", [either("r8_"), alnum(37)]),
]);
