import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.deno.com/deploy/ */
export const deno: Vendor = vendor("Deno Deploy", "https://docs.deno.com/deploy/", [
  token("deno-deploy-token", "Deno Deploy token", [either("ddp_", "ddo_", "ddw_"), alnum(36)], { minEntropy: 3.5 }),
]);
