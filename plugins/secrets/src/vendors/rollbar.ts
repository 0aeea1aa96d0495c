import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://docs.rollbar.com/docs/access-tokens */
export const rollbar: Vendor = vendor("Rollbar", "https://docs.rollbar.com/docs/access-tokens", [
  assigned("rollbar-access-token", "Rollbar access token", ["rollbar"], [hex(32)], { minEntropy: 3 }),
]);
