import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either, upperAlnum } from "../part.ts";

/** `ops_` and a JSON object in base64. */
const serviceAccount = token("onepassword-service-account-token", "1Password service account token", [either("ops_eyJ"), base64url(250, 4000)], {
  reach: 4096,
  check: (value) => isJson(value.slice(4)),
  seal: (sample) => `ops_${Buffer.from(JSON.stringify({ secretKey: sample })).toString("base64url")}`,
});

function isJson(encoded: string): boolean {
  try {
    return typeof JSON.parse(Buffer.from(encoded, "base64url").toString("utf8")) === "object";
  } catch {
    // Not JSON: a text that only begins like a token.
    return false;
  }
}

/** Source: https://developer.1password.com/docs/service-accounts/ */
export const onepassword: Vendor = vendor("1Password", "https://developer.1password.com/docs/service-accounts/", [
  serviceAccount,
  token("onepassword-secret-key", "1Password secret key", [either("A3-"), upperAlnum(6), either("-"), upperAlnum(6), either("-"), upperAlnum(5), either("-"), upperAlnum(5), either("-"), upperAlnum(5)]),
]);
