import { assigned, type Vendor, vendor } from "../format.ts";
import { uuid } from "../part.ts";

/** Source: https://developers.deepl.com/docs/getting-started/auth */
export const deepl: Vendor = vendor("DeepL", "https://developers.deepl.com/docs/getting-started/auth", [
  assigned("deepl-key", "DeepL API key", ["deepl"], [...uuid()]),
]);
