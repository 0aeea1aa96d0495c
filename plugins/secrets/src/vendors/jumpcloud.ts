import { assigned, token, type Vendor, vendor } from "../format.ts";
import { alnum, either, hex } from "../part.ts";

/** Source: https://docs.jumpcloud.com/api/2.0/index.html */
export const jumpcloud: Vendor = vendor("JumpCloud", "https://docs.jumpcloud.com/api/2.0/index.html", [
  token("jumpcloud-api-key", "JumpCloud API key", [either("jca_"), alnum(36)], { minEntropy: 3.5 }),
  assigned("jumpcloud-legacy-key", "JumpCloud API key of the first generation", ["jumpcloud"], [hex(40)], { minEntropy: 3 }),
]);
