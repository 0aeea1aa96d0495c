import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.xendit.co/docs/api-keys */
export const xendit: Vendor = vendor("Xendit", "https://docs.xendit.co/docs/api-keys", [
  token("xendit-secret-key", "Xendit secret API key", [either("xnd_production_", "xnd_development_"), alnum(40, 80)], { minEntropy: 3.5 }),
]);
