import { type Format, token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

const oauthSecret: Format = {
  ...token("square-oauth-secret", "Square OAuth secret", [either("sq0csp-", "sq0atp-"), base64url(22, 43)]),
  // Square's own examples escape characters with a backslash.
  pattern: "(?:sq0csp-|sq0atp-)[0-9A-Za-z_\\\\-]{22,50}",
};

/** Source: https://developer.squareup.com/docs/build-basics/access-tokens */
export const square: Vendor = vendor("Square", "https://developer.squareup.com/docs/build-basics/access-tokens", [
  token("square-access-token", "Square access token", [either("EAAAE", "EAAAl"), base64url(55, 62)], { before: "token", minEntropy: 3.5 }),
  oauthSecret,
]);
