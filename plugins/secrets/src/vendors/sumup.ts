import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://developer.sumup.com/tools/authorization/api-keys */
export const sumup: Vendor = vendor("SumUp", "https://developer.sumup.com/tools/authorization/api-keys", [
  token("sumup-secret-key", "SumUp secret key", [either("sup_sk_"), alnum(32)], { minEntropy: 3.5 }),
]);
