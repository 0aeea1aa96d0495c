import { token, type Vendor, vendor } from "../format.ts";
import { alnum, base64, either } from "../part.ts";

/** Source: https://docs.stripe.com/keys */
export const stripe: Vendor = vendor("Stripe", "https://docs.stripe.com/keys", [
  token("stripe-secret-key", "Stripe secret key", [either("sk_live_", "rk_live_", "sk_test_", "rk_test_", "sk_org_live_", "sk_org_test_"), alnum(24, 120)]),
  token("stripe-webhook-secret", "Stripe webhook signing secret", [either("whsec_"), base64(32, 64)], { after: "any", minEntropy: 3 }),
]);
