import { assigned, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://www.getbeamer.com/api */
export const beamer: Vendor = vendor("Beamer", "https://www.getbeamer.com/api", [
  assigned("beamer-api-key", "Beamer API key", ["beamer"], [either("b_"), base64url(44)]),
]);
