import { assigned, token, type Vendor, vendor } from "../format.ts";
import { alnum, base64, either } from "../part.ts";

/** Source: https://learn.microsoft.com/en-us/linkedin/shared/authentication/authentication */
export const linkedin: Vendor = vendor("LinkedIn", "https://learn.microsoft.com/en-us/linkedin/shared/authentication/authentication", [
  token("linkedin-client-secret-v2", "LinkedIn client secret", [either("WPL_AP1."), alnum(16), either("."), base64(8), either("==")], { after: "any" }),
  assigned("linkedin-client-secret", "LinkedIn client secret of the first generation", ["linkedin_client_secret", "linkedin_secret", "linkedin"], [alnum(16)], { minEntropy: 3 }),
]);
