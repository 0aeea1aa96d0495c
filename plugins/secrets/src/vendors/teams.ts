import { type Format, type Vendor, vendor } from "../format.ts";
import { hex, sampleOf, uuid } from "../part.ts";

/** The tenant's own host, then two ids and the secret part. */
const webhook: Format = {
  id: "teams-webhook",
  title: "Microsoft Teams webhook URL",
  kind: "provider-token",
  confidence: "high",
  keywords: [".webhook.office.com/webhook", "outlook.office.com/webhook", "outlook.office365.com/webhook"],
  pattern: "(?:\\.webhook\\.office|outlook\\.office(?:365)?)\\.com/webhook(?:b2)?/([0-9a-f-]{36}@[0-9a-f-]{36}/IncomingWebhook/[0-9a-f]{32}/[0-9a-f-]{36})",
  scope: "keyword",
  before: "any",
  shown: 0,
  examples: () => {
    const id = sampleOf(uuid()).toLowerCase();
    const secret = `${id}@${id}/IncomingWebhook/${sampleOf([hex(32)])}/${id}`;
    return [{ text: `url = "https://acme.webhook.office.com/webhookb2/${secret}"\n`, secret }];
  },
};

/** Source: https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook */
export const teams: Vendor = vendor("Microsoft Teams", "https://learn.microsoft.com/en-us/microsoftteams/platform/webhooks-and-connectors/how-to/add-incoming-webhook", [
  webhook,
]);
