import { token, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://docs.helicone.ai/helicone-headers/helicone-auth */
export const helicone: Vendor = vendor("Helicone", "https://docs.helicone.ai/helicone-headers/helicone-auth", [
  token("helicone-api-key", "Helicone API key", [either("sk-helicone-", "pk-helicone-"), lowerAlnum(7), either("-"), lowerAlnum(7), either("-"), lowerAlnum(7), either("-"), lowerAlnum(7)]),
]);
