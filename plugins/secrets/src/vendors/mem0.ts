import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.mem0.ai/platform/quickstart */
export const mem0: Vendor = vendor("Mem0", "https://docs.mem0.ai/platform/quickstart", [
  token("mem0-api-key", "Mem0 API key", [either("m0-"), alnum(36, 44)], { minEntropy: 3.5 }),
]);
