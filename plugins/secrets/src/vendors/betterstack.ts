import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://betterstack.com/docs/logs/api/getting-started/ */
export const betterstack: Vendor = vendor("Better Stack", "https://betterstack.com/docs/logs/api/getting-started/", [
  assigned("betterstack-token", "Better Stack source token", ["logtail", "betterstack", "better_stack", "betteruptime"], [alnum(24)], { minEntropy: 3.5 }),
]);
