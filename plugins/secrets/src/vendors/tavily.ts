import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://docs.tavily.com/documentation/api-reference/introduction */
export const tavily: Vendor = vendor("Tavily", "https://docs.tavily.com/documentation/api-reference/introduction", [
  token("tavily-api-key", "Tavily API key", [either("tvly-"), base64url(32, 48)], { minEntropy: 3.5 }),
]);
