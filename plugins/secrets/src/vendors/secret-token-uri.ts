import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://www.rfc-editor.org/rfc/rfc8959 */
export const secretTokenUri: Vendor = vendor("secret-token URIs", "https://www.rfc-editor.org/rfc/rfc8959", [
  token("secret-token-uri", "bearer token as a secret-token URI", [either("secret-token:"), base64url(16, 190)], { minEntropy: 3, confidence: "medium" }),
]);
