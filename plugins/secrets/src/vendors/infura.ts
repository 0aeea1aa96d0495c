import { assigned, token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://docs.metamask.io/developer-tools/dashboard/ */
export const infura: Vendor = vendor("Infura", "https://docs.metamask.io/developer-tools/dashboard/", [
  assigned("infura-key", "Infura API key", ["infura"], [hex(32)], { minEntropy: 3 }),
  token("infura-url", "Infura URL with its key", [either("infura.io/v3/"), hex(32)], { minEntropy: 3 }),
]);
