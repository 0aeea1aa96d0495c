import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://trigger.dev/docs/apikeys */
export const triggerDev: Vendor = vendor("Trigger.dev", "https://trigger.dev/docs/apikeys", [
  token("trigger-dev-key", "Trigger.dev key", [either("tr_prod_", "tr_dev_", "tr_stg_", "tr_pat_"), alnum(20, 40)], { minEntropy: 3 }),
]);
