import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.baseten.co/observability/api-keys */
export const baseten: Vendor = vendor("Baseten", "https://docs.baseten.co/observability/api-keys", [
  assigned("baseten-api-key", "Baseten API key", ["baseten"], [alnum(8), either("."), alnum(32)], { minEntropy: 3.5 }),
]);
