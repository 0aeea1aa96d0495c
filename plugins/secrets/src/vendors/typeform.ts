import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://www.typeform.com/developers/get-started/personal-access-token/ */
export const typeform: Vendor = vendor("Typeform", "https://www.typeform.com/developers/get-started/personal-access-token/", [
  token("typeform-token", "Typeform personal access token", [either("tfp_"), base64url(40, 60)]),
]);
