import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://docs.voyageai.com/docs/api-key-and-installation */
export const voyage: Vendor = vendor("Voyage AI", "https://docs.voyageai.com/docs/api-key-and-installation", [
  token("voyage-api-key", "Voyage AI API key", [either("pa-"), base64url(43)], { minEntropy: 4 }),
]);
