import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://docs.firecrawl.dev/api-reference/introduction */
export const firecrawl: Vendor = vendor("Firecrawl", "https://docs.firecrawl.dev/api-reference/introduction", [
  token("firecrawl-api-key", "Firecrawl API key", [either("fc-"), hex(32)], { minEntropy: 3 }),
]);
