import { token, type Vendor, vendor } from "../format.ts";
import { base64, either, lowerAlnum } from "../part.ts";

/** Source: https://authress.io/knowledge-base/docs/authorization/service-clients/ */
export const authress: Vendor = vendor("Authress", "https://authress.io/knowledge-base/docs/authorization/service-clients/", [
  token("authress-access-key", "Authress service client key", [either("sc_", "ext_", "scauth_", "authress_"), lowerAlnum(5, 30), either("."), lowerAlnum(4, 6), either("."), either("acc_", "acc-"), lowerAlnum(10, 32), either("."), base64(30, 120)], { after: "any" }),
]);
