import { token, type Vendor, vendor } from "../format.ts";
import { either, uuid } from "../part.ts";

/** Source: https://launchdarkly.com/docs/home/account/api */
export const launchdarkly: Vendor = vendor("LaunchDarkly", "https://launchdarkly.com/docs/home/account/api", [
  token("launchdarkly-token", "LaunchDarkly token", [either("api-", "sdk-"), ...uuid()]),
]);
