import { assigned, token, type Vendor, vendor } from "../format.ts";
import { alnum, base64url, either, hex, hexAnyCase } from "../part.ts";

/** Source: https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/ */
export const cloudflare: Vendor = vendor("Cloudflare", "https://developers.cloudflare.com/fundamentals/api/get-started/token-formats/", [
  token("cloudflare-api-token", "Cloudflare API token", [either("cfat_", "cfut_", "cfk_"), alnum(40), hexAnyCase(8)]),
  assigned("cloudflare-legacy-token", "Cloudflare API token of the first generation", ["cloudflare", "cf_api_token", "cf_token"], [base64url(40)], { minEntropy: 3.5 }),
  assigned("cloudflare-global-key", "Cloudflare global API key", ["cloudflare", "cf_api_key", "x-auth-key"], [hex(37)]),
  token("cloudflare-origin-ca-key", "Cloudflare origin CA key", [either("v1.0-"), hex(24), either("-"), hex(146)]),
]);
