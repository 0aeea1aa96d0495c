import { assigned, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://api-docs.deepseek.com/ */
export const deepseek: Vendor = vendor("DeepSeek", "https://api-docs.deepseek.com/", [
  assigned("deepseek-api-key", "DeepSeek API key", ["deepseek"], [either("sk-"), lowerAlnum(32)]),
]);
