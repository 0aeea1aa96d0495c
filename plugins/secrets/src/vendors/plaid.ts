import { assigned, token, type Vendor, vendor } from "../format.ts";
import { either, hex, uuid } from "../part.ts";

/** Source: https://plaid.com/docs/api/ */
export const plaid: Vendor = vendor("Plaid", "https://plaid.com/docs/api/", [
  token("plaid-access-token", "Plaid access token", [either("access-sandbox-", "access-development-", "access-production-"), ...uuid()]),
  assigned("plaid-secret", "Plaid secret", ["plaid_secret", "plaidsecret", "plaid_client_secret"], [hex(30)]),
]);
