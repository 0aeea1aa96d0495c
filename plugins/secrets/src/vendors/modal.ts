import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://modal.com/docs/reference/modal.config */
export const modal: Vendor = vendor("Modal", "https://modal.com/docs/reference/modal.config", [
  assigned("modal-token", "Modal token", ["modal_token", "modal-token", "token_secret"], [either("as-", "ak-"), alnum(22)], { minEntropy: 3 }),
]);
