import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either, hex } from "../part.ts";

/** Source: https://developer.amazon.com/docs/login-with-amazon/documentation-overview.html */
export const amazonLogin: Vendor = vendor("Login with Amazon", "https://developer.amazon.com/docs/login-with-amazon/documentation-overview.html", [
  token("amazon-oauth-client-secret", "Login with Amazon client secret", [either("amzn1.oa2-cs.v1."), hex(64)], { minEntropy: 3 }),
  token("amazon-refresh-token", "Login with Amazon refresh token", [either("Atzr|", "Atza|"), base64url(100, 600)], { after: "any" }),
]);
