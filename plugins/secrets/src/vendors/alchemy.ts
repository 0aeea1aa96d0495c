import { assigned, token, type Vendor, vendor } from "../format.ts";
import { alnum, base64url, either } from "../part.ts";

/** Source: https://www.alchemy.com/docs/create-an-api-key */
export const alchemy: Vendor = vendor("Alchemy", "https://www.alchemy.com/docs/create-an-api-key", [
  token("alchemy-token", "Alchemy token", [either("alcht_"), alnum(30)], { minEntropy: 3.5 }),
  token("alchemy-url", "Alchemy URL with its key", [either("g.alchemy.com/v2/"), base64url(21, 32)], { minEntropy: 3.5 }),
  assigned("alchemy-key", "Alchemy API key", ["alchemy_api", "alchemy_key", "alchemy-api"], [base64url(32)], { minEntropy: 3.5 }),
]);
