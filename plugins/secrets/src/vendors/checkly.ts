import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://www.checklyhq.com/docs/cli/authentication/ */
export const checkly: Vendor = vendor("Checkly", "https://www.checklyhq.com/docs/cli/authentication/", [
  token("checkly-api-key", "Checkly API key", [either("cu_"), hex(32)], { minEntropy: 3 }),
]);
