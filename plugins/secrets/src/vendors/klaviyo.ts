import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://developers.klaviyo.com/en/docs/authenticate_ */
export const klaviyo: Vendor = vendor("Klaviyo", "https://developers.klaviyo.com/en/docs/authenticate_", [
  token("klaviyo-private-key", "Klaviyo private API key", [either("pk_"), hex(34)], { minEntropy: 3 }),
]);
