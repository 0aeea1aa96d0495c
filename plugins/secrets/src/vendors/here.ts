import { assigned, type Vendor, vendor } from "../format.ts";
import { base64url } from "../part.ts";

/** Source: https://www.here.com/docs/bundle/identity-and-access-management-developer-guide/page/topics/plat-using-apikeys.html */
export const here: Vendor = vendor("HERE", "https://www.here.com/docs/bundle/identity-and-access-management-developer-guide/page/topics/plat-using-apikeys.html", [
  assigned("here-api-key", "HERE API key", ["here_api", "here_key", "here_maps", "hereapikey"], [base64url(43)], { minEntropy: 3.5 }),
]);
