import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://www.daytona.io/docs/en/api-keys/ */
export const daytona: Vendor = vendor("Daytona", "https://www.daytona.io/docs/en/api-keys/", [
  token("daytona-api-key", "Daytona API key", [either("dtn_"), hex(64)], { minEntropy: 3 }),
]);
