import { assigned, token, type Vendor, vendor } from "../format.ts";
import { base64, either, hex } from "../part.ts";

/** Source: https://docs.sentry.io/account/auth-tokens/ */
export const sentry: Vendor = vendor("Sentry", "https://docs.sentry.io/account/auth-tokens/", [
  token("sentry-organisation-token", "Sentry organisation token", [either("sntrys_eyJ"), base64(80, 400)], { after: "any" }),
  token("sentry-user-token", "Sentry user token", [either("sntryu_"), hex(64)]),
  assigned("sentry-legacy-token", "Sentry token of the first generation", ["sentry_auth_token", "sentry_token"], [hex(64)]),
]);
