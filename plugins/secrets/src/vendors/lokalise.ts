import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://developers.lokalise.com/reference/api-authentication */
export const lokalise: Vendor = vendor("Lokalise", "https://developers.lokalise.com/reference/api-authentication", [
  assigned("lokalise-token", "Lokalise API token", ["lokalise"], [hex(40)], { minEntropy: 3 }),
]);
