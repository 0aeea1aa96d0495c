import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://www.ory.sh/docs/concepts/personal-access-token */
export const ory: Vendor = vendor("Ory", "https://www.ory.sh/docs/concepts/personal-access-token", [
  token("ory-token", "Ory token", [either("ory_pat_", "ory_at_", "ory_rt_", "ory_st_", "ory_apikey_"), base64url(30, 120)], { minEntropy: 3.5 }),
]);
