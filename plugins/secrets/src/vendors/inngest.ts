import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://www.inngest.com/docs/platform/signing-keys */
export const inngest: Vendor = vendor("Inngest", "https://www.inngest.com/docs/platform/signing-keys", [
  token("inngest-signing-key", "Inngest signing key", [either("signkey-prod-", "signkey-test-", "signkey-branch-"), hex(32, 64)], { minEntropy: 3 }),
]);
