import { assigned, type Vendor, vendor } from "../format.ts";
import { upperAlnum } from "../part.ts";

/** Source: https://www.vultr.com/api/ */
export const vultr: Vendor = vendor("Vultr", "https://www.vultr.com/api/", [
  assigned("vultr-api-key", "Vultr API key", ["vultr"], [upperAlnum(36)], { minEntropy: 3.5 }),
]);
