import { type Format, type Vendor, vendor } from "../format.ts";
import { alnum, base64url, sampleOf } from "../part.ts";

/** The space, and the key and token that its URL ends in. */
const webhook: Format = {
  id: "google-chat-webhook",
  title: "Google Chat webhook URL",
  kind: "provider-token",
  confidence: "high",
  keywords: ["chat.googleapis.com/v1/spaces/"],
  pattern: "chat\\.googleapis\\.com/v1/spaces/[A-Za-z0-9_-]{8,20}/messages\\?key=[A-Za-z0-9_-]{30,50}(?:&|&amp;)token=([A-Za-z0-9_%-]{30,60})",
  scope: "keyword",
  before: "any",
  shown: 0,
  examples: () => {
    const secret = sampleOf([base64url(43)]);
    return [{ text: `https://chat.googleapis.com/v1/spaces/${sampleOf([alnum(11)])}/messages?key=${sampleOf([base64url(39)])}&token=${secret}\n`, secret }];
  },
};

/** Source: https://developers.google.com/workspace/chat/quickstart/webhooks */
export const googleChat: Vendor = vendor("Google Chat", "https://developers.google.com/workspace/chat/quickstart/webhooks", [
  webhook,
]);
