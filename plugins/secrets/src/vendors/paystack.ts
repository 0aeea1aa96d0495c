import { assigned, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://paystack.com/docs/api/authentication/ */
export const paystack: Vendor = vendor("Paystack", "https://paystack.com/docs/api/authentication/", [
  assigned("paystack-secret-key", "Paystack secret key", ["paystack"], [either("sk_live_", "sk_test_"), hex(40)], { minEntropy: 3 }),
]);
