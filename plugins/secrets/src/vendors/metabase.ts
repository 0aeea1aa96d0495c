import { token, type Vendor, vendor } from "../format.ts";
import { base64, either } from "../part.ts";

/** Source: https://www.metabase.com/docs/latest/people-and-groups/api-keys */
export const metabase: Vendor = vendor("Metabase", "https://www.metabase.com/docs/latest/people-and-groups/api-keys", [
  token("metabase-api-key", "Metabase API key", [either("mb_"), base64(43), either("=")], { minEntropy: 3.5, after: "any" }),
]);
