import { token, type Vendor, vendor } from "../format.ts";
import { base64, either } from "../part.ts";

/** Source: https://docs.klarna.com/api/authentication/ */
export const klarna: Vendor = vendor("Klarna", "https://docs.klarna.com/api/authentication/", [
  token("klarna-api-key", "Klarna API key", [either("klarna_live_api_", "klarna_test_api_"), base64(40, 200)], { after: "any", minEntropy: 3.5 }),
]);
