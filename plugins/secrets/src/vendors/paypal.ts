import { assigned, token, type Vendor, vendor } from "../format.ts";
import { base64url, either, hex, lowerAlnum } from "../part.ts";

/** Source: https://developer.paypal.com/api/rest/authentication/ */
export const paypal: Vendor = vendor("PayPal", "https://developer.paypal.com/api/rest/authentication/", [
  token("paypal-braintree-token", "Braintree access token", [either("access_token$production$", "access_token$sandbox$"), lowerAlnum(16), either("$"), hex(32)]),
  assigned("paypal-client-secret", "PayPal client secret", ["paypal_client_secret", "paypal_secret", "paypal_clientsecret"], [either("E"), base64url(79)]),
]);
