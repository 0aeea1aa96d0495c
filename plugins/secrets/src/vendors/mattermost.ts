import { assigned, type Format, type Vendor, vendor } from "../format.ts";
import { lowerAlnum, sampleOf } from "../part.ts";

/** An incoming webhook, on whatever host. */
const incoming: Format = {
  id: "mattermost-webhook",
  title: "Mattermost webhook URL",
  kind: "provider-token",
  confidence: "medium",
  keywords: ["/hooks/"],
  pattern: "/hooks/([0-9a-z]{26})",
  scope: "keyword",
  before: "any",
  after: "token",
  shown: 0,
  minEntropy: 3.5,
  examples: () => {
    const secret = sampleOf([lowerAlnum(26)]);
    return [{ text: `curl https://chat.internal/hooks/${secret}\n`, secret }];
  },
};

/** Source: https://developers.mattermost.com/integrate/reference/personal-access-token/ */
export const mattermost: Vendor = vendor("Mattermost", "https://developers.mattermost.com/integrate/reference/personal-access-token/", [
  assigned("mattermost-token", "Mattermost token", ["mattermost", "mm_token"], [lowerAlnum(26)], { minEntropy: 3.5 }),
  incoming,
]);
