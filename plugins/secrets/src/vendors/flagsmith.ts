import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.flagsmith.com/clients/server-side */
export const flagsmith: Vendor = vendor("Flagsmith", "https://docs.flagsmith.com/clients/server-side", [
  assigned("flagsmith-key", "Flagsmith server-side key", ["flagsmith"], [either("ser."), alnum(22)], { minEntropy: 3 }),
]);
