import { assigned, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://docs.getunleash.io/reference/api-tokens-and-client-keys */
export const unleash: Vendor = vendor("Unleash", "https://docs.getunleash.io/reference/api-tokens-and-client-keys", [
  assigned("unleash-token", "Unleash API token", ["unleash"], [either("*:*.", "default:production.", "default:development.", "*:production.", "*:development."), hex(56, 64)], { minEntropy: 3 }),
]);
