import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.mollie.com/reference/authentication */
export const mollie: Vendor = vendor("Mollie", "https://docs.mollie.com/reference/authentication", [
  assigned("mollie-api-key", "Mollie API key", ["mollie"], [either("live_", "test_"), alnum(30, 40)], { minEntropy: 3.5 }),
]);
