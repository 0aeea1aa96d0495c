import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://planetscale.com/docs/reference/service-tokens */
export const planetscale: Vendor = vendor("PlanetScale", "https://planetscale.com/docs/reference/service-tokens", [
  token("planetscale-token", "PlanetScale token", [either("pscale_tkn_", "pscale_oauth_", "pscale_pw_"), base64url(32, 64)]),
]);
