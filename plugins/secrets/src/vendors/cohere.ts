import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://docs.cohere.com/reference/about */
export const cohere: Vendor = vendor("Cohere", "https://docs.cohere.com/reference/about", [
  assigned("cohere-api-key", "Cohere API key", ["cohere", "co_api_key"], [alnum(40)], { minEntropy: 3.5 }),
]);
