import { assigned, type Vendor, vendor } from "../format.ts";
import { base64url } from "../part.ts";

/** Source: https://auth0.com/docs/get-started/applications/application-settings */
export const auth0: Vendor = vendor("Auth0", "https://auth0.com/docs/get-started/applications/application-settings", [
  assigned("auth0-client-secret", "Auth0 client secret", ["auth0_client_secret", "auth0clientsecret", "auth0-client-secret", "auth0_secret"], [base64url(48, 66)], { minEntropy: 3.5 }),
]);
