import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://docs.stackhawk.com/stackhawk-cli/ */
export const stackhawk: Vendor = vendor("StackHawk", "https://docs.stackhawk.com/stackhawk-cli/", [
  token("stackhawk-api-key", "StackHawk API key", [either("hawk."), base64url(20), either("."), base64url(20)], { minEntropy: 3.5 }),
]);
