import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://serpapi.com/search-api */
export const serpapi: Vendor = vendor("SerpApi", "https://serpapi.com/search-api", [
  assigned("serpapi-key", "SerpApi key", ["serpapi", "serp_api"], [hex(64)], { minEntropy: 3 }),
]);
