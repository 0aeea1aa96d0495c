import { token, type Vendor, vendor } from "../format.ts";
import { base64, base64url, either } from "../part.ts";

/** Source: https://fly.io/docs/security/tokens/ */
export const flyio: Vendor = vendor("Fly.io", "https://fly.io/docs/security/tokens/", [
  token("flyio-token", "Fly.io token", [either("fo1_"), base64url(43)]),
  token("flyio-macaroon", "Fly.io macaroon", [either("fm1_", "fm1r_", "fm1a_", "fm2_"), base64(100, 400)]),
]);
