import { token, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://neon.com/docs/manage/api-keys */
export const neon: Vendor = vendor("Neon", "https://neon.com/docs/manage/api-keys", [
  token("neon-api-key", "Neon API key", [either("napi_"), lowerAlnum(64)], { minEntropy: 3.5 }),
]);
