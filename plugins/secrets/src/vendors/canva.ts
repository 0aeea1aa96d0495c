import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://www.canva.dev/docs/connect/authentication/ */
export const canva: Vendor = vendor("Canva", "https://www.canva.dev/docs/connect/authentication/", [
  token("canva-client-secret", "Canva client secret", [either("cnvca"), base64url(40, 60)], { minEntropy: 3.5 }),
]);
