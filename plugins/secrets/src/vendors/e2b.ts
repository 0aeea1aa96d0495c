import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://e2b.dev/docs/api-key */
export const e2b: Vendor = vendor("E2B", "https://e2b.dev/docs/api-key", [
  token("e2b-api-key", "E2B API key", [either("e2b_"), hex(40)], { minEntropy: 3 }),
]);
