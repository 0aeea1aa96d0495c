import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://jina.ai/api-dashboard/ */
export const jina: Vendor = vendor("Jina AI", "https://jina.ai/api-dashboard/", [
  token("jina-api-key", "Jina AI API key", [either("jina_"), alnum(60)], { minEntropy: 3.5 }),
]);
