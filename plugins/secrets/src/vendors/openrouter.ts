import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://openrouter.ai/docs/api-reference/authentication */
export const openrouter: Vendor = vendor("OpenRouter", "https://openrouter.ai/docs/api-reference/authentication", [
  token("openrouter-api-key", "OpenRouter API key", [either("sk-or-v1-"), hex(64)]),
]);
