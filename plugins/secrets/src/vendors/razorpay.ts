import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://razorpay.com/docs/api/authentication/ */
export const razorpay: Vendor = vendor("Razorpay", "https://razorpay.com/docs/api/authentication/", [
  assigned("razorpay-secret", "Razorpay key secret", ["razorpay_secret", "razorpay_key_secret", "razorpaysecret"], [alnum(24)], { minEntropy: 3.5 }),
]);
