import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://docs.mapbox.com/help/getting-started/access-tokens/ */
export const mapbox: Vendor = vendor("Mapbox", "https://docs.mapbox.com/help/getting-started/access-tokens/", [
  token("mapbox-secret-token", "Mapbox secret access token", [either("sk.eyJ"), base64url(60, 120), either("."), base64url(22)]),
]);
