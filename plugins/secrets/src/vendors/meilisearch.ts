import { assigned, type Vendor, vendor } from "../format.ts";
import { base64url } from "../part.ts";

/** Source: https://www.meilisearch.com/docs/learn/security/basic_security */
export const meilisearch: Vendor = vendor("Meilisearch", "https://www.meilisearch.com/docs/learn/security/basic_security", [
  assigned("meilisearch-key", "Meilisearch key", ["meili_master_key", "meilisearch", "meili_key"], [base64url(43)], { minEntropy: 3.5 }),
]);
