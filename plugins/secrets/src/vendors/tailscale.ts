import { type Format, token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** `tskey-`, what the key is for, its id, and the secret part. */
const key: Format = {
  ...token("tailscale-key", "Tailscale key", [either("tskey-auth-", "tskey-api-", "tskey-client-", "tskey-scim-", "tskey-webhook-"), alnum(12), either("-"), alnum(24)]),
  keywords: ["tskey-"],
  pattern: "tskey-[a-z]{2,20}-[0-9A-Za-z]{8,24}-[0-9A-Za-z]{20,48}",
  before: "letter",
};

/** Source: https://tailscale.com/kb/1277/key-prefixes */
export const tailscale: Vendor = vendor("Tailscale", "https://tailscale.com/kb/1277/key-prefixes", [
  key,
]);
