import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/ */
export const coralogix: Vendor = vendor("Coralogix", "https://coralogix.com/docs/user-guides/account-management/api-keys/api-keys/", [
  token("coralogix-api-key", "Coralogix API key", [either("cxtp_", "cxup_"), alnum(28, 34)], { minEntropy: 3.5 }),
]);
