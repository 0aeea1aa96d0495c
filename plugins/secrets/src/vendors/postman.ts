import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://learning.postman.com/docs/developer/postman-api/authentication/ */
export const postman: Vendor = vendor("Postman", "https://learning.postman.com/docs/developer/postman-api/authentication/", [
  token("postman-api-key", "Postman API key", [either("PMAK-"), hex(24), either("-"), hex(34)]),
]);
