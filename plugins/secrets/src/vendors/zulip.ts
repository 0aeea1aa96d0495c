import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://zulip.com/api/api-keys */
export const zulip: Vendor = vendor("Zulip", "https://zulip.com/api/api-keys", [
  assigned("zulip-api-key", "Zulip API key", ["zulip"], [alnum(32)], { minEntropy: 3.5 }),
]);
