import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://www.unkey.com/docs/security/root-keys */
export const unkey: Vendor = vendor("Unkey", "https://www.unkey.com/docs/security/root-keys", [
  token("unkey-root-key", "Unkey root key", [either("unkey_"), alnum(20, 40)], { minEntropy: 3.5 }),
]);
