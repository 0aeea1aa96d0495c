import { token, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://docs.honeycomb.io/configure/environments/manage-api-keys/ */
export const honeycomb: Vendor = vendor("Honeycomb", "https://docs.honeycomb.io/configure/environments/manage-api-keys/", [
  token("honeycomb-ingest-key", "Honeycomb ingest key", [either("hcaik_", "hcamk_", "hcbik_", "hccik_", "hcxik_"), lowerAlnum(58)], { minEntropy: 3.5 }),
]);
