import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://www.civo.com/api */
export const civo: Vendor = vendor("Civo", "https://www.civo.com/api", [
  assigned("civo-token", "Civo API key", ["civo"], [alnum(50)], { minEntropy: 3.5 }),
]);
