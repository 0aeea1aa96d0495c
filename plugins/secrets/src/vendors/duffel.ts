import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://duffel.com/docs/api/overview/making-requests */
export const duffel: Vendor = vendor("Duffel", "https://duffel.com/docs/api/overview/making-requests", [
  token("duffel-token", "Duffel access token", [either("duffel_test_", "duffel_live_"), base64url(43)]),
]);
