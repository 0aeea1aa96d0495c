import { assigned, token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://www.contentful.com/developers/docs/references/authentication/ */
export const contentful: Vendor = vendor("Contentful", "https://www.contentful.com/developers/docs/references/authentication/", [
  token("contentful-management-token", "Contentful management token", [either("CFPAT-"), base64url(43)]),
  assigned("contentful-delivery-token", "Contentful delivery token", ["contentful"], [base64url(43)], { minEntropy: 3.5 }),
]);
