import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://api.jotform.com/docs/ */
export const jotform: Vendor = vendor("Jotform", "https://api.jotform.com/docs/", [
  assigned("jotform-api-key", "Jotform API key", ["jotform"], [hex(32)], { minEntropy: 3 }),
]);
