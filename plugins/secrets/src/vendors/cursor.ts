import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://cursor.com/docs/cli/reference/authentication */
export const cursor: Vendor = vendor("Cursor", "https://cursor.com/docs/cli/reference/authentication", [
  token("cursor-api-key", "Cursor API key", [either("key_"), hex(64)], { minEntropy: 3 }),
]);
