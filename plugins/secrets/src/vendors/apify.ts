import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.apify.com/platform/integrations/api */
export const apify: Vendor = vendor("Apify", "https://docs.apify.com/platform/integrations/api", [
  token("apify-token", "Apify API token", [either("apify_api_"), alnum(36)], { minEntropy: 3.5 }),
]);
