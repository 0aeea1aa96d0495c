import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://developers.scalingo.com/ */
export const scalingo: Vendor = vendor("Scalingo", "https://developers.scalingo.com/", [
  token("scalingo-token", "Scalingo API token", [either("tk-us-"), base64url(48)]),
]);
