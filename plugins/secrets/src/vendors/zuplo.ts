import { token, type Vendor, vendor } from "../format.ts";
import { either, hex, lowerAlnum } from "../part.ts";

/** Source: https://zuplo.com/docs/articles/api-key-leak-detection */
export const zuplo: Vendor = vendor("Zuplo", "https://zuplo.com/docs/articles/api-key-leak-detection", [
  token("zuplo-key", "Zuplo API key", [either("zpka_"), lowerAlnum(32), either("_"), hex(8)]),
]);
