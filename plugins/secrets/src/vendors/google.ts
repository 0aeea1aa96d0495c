import { assigned, token, type Vendor, vendor } from "../format.ts";
import { base64url, either, upperAlnum } from "../part.ts";

/** Source: https://cloud.google.com/docs/authentication/api-keys */
export const google: Vendor = vendor("Google", "https://cloud.google.com/docs/authentication/api-keys", [
  token("google-api-key", "Google API key", [either("AIza"), base64url(35)], { minEntropy: 3 }),
  token("google-oauth-client-secret", "Google OAuth client secret", [either("GOCSPX-"), base64url(28)]),
  token("google-express-key", "Google Vertex AI key", [either("AQ.Ab"), base64url(48, 52)], { minEntropy: 3.5 }),
  token("google-oauth-access-token", "Google OAuth access token", [either("ya29."), base64url(50, 400)]),
  token("google-oauth-refresh-token", "Google OAuth refresh token", [either("1//0"), base64url(60, 120)]),
  assigned("google-recaptcha-secret", "Google reCAPTCHA secret key", ["recaptcha_secret", "recaptcha_private", "recaptchasecret"], [either("6L"), base64url(38)]),
  token("google-hmac-key", "Google Cloud Storage HMAC key id", [either("GOOG"), upperAlnum(20, 57)], { minEntropy: 3.3 }),
]);
