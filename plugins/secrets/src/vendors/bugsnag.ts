import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://docs.bugsnag.com/platforms/ */
export const bugsnag: Vendor = vendor("BugSnag", "https://docs.bugsnag.com/platforms/", [
  assigned("bugsnag-api-key", "BugSnag API key", ["bugsnag"], [hex(32)], { minEntropy: 3 }),
]);
