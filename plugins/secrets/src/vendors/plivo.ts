import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://www.plivo.com/docs/account/api/overview */
export const plivo: Vendor = vendor("Plivo", "https://www.plivo.com/docs/account/api/overview", [
  assigned("plivo-auth-token", "Plivo auth token", ["plivo"], [alnum(40)], { minEntropy: 3.5 }),
]);
