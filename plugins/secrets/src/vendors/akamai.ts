import { assigned, token, type Vendor, vendor } from "../format.ts";
import { base64, either, lowerAlnum } from "../part.ts";

/** Source: https://techdocs.akamai.com/developer/docs/edgegrid */
export const akamai: Vendor = vendor("Akamai", "https://techdocs.akamai.com/developer/docs/edgegrid", [
  token("akamai-token", "Akamai EdgeGrid token", [either("akab-"), lowerAlnum(16), either("-"), lowerAlnum(16)]),
  assigned("akamai-client-secret", "Akamai EdgeGrid client secret", ["akamai", "edgegrid"], [base64(43), either("=")], { after: "any", minEntropy: 3.5 }),
]);
