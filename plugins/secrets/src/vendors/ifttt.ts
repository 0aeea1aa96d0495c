import { type Format, type Vendor, vendor } from "../format.ts";
import { base64url, sampleOf } from "../part.ts";

/** The key of an account's webhooks, behind the name of an event. */
const webhooksKey: Format = {
  id: "ifttt-webhooks-key",
  title: "IFTTT webhooks key",
  kind: "provider-token",
  confidence: "high",
  keywords: ["maker.ifttt.com/"],
  pattern: "maker\\.ifttt\\.com/(?:use/|trigger/[^/\\s\"']{1,100}/(?:json/)?with/key/)([A-Za-z0-9_-]{20,60})",
  scope: "keyword",
  before: "any",
  shown: 0,
  minEntropy: 3,
  examples: () => {
    const secret = sampleOf([base64url(43)]);
    return [{ text: `curl -X POST https://maker.ifttt.com/trigger/deployed/with/key/${secret}\n`, secret }];
  },
};

/** Source: https://ifttt.com/docs/connection_api, https://ifttt.com/maker_webhooks/details */
export const ifttt: Vendor = vendor("IFTTT", "https://ifttt.com/maker_webhooks/details", [
  webhooksKey,
]);
