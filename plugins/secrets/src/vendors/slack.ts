import { type Format, token, type Vendor, vendor } from "../format.ts";
import { alnum, digits, either, hex, sampleOf, upperAlnum } from "../part.ts";

/** Bot, user, legacy workspace and refresh tokens: numbers of the team and the user, then the secret part. */
const botToken: Format = {
  id: "slack-token",
  title: "Slack token",
  kind: "provider-token",
  confidence: "high",
  keywords: ["xoxa-", "xoxb-", "xoxo-", "xoxp-", "xoxr-", "xoxs-", "xoxc-", "xoxd-"],
  pattern: "xox[abcdoprs]-(?:[0-9]-)?[0-9]{6,14}(?:-[0-9A-Za-z]{6,14}){0,2}-[0-9A-Za-z]{13,64}",
  ignoreCase: false,
  scope: "keyword",
  shown: 5,
  // The bot's token that Slack prints in its pages on OAuth.
  issued: (value) => value !== "xoxb-17653672481-19874698323-pdFZKVeTuE8sk7oOcBrzbqgy",
  examples: () => {
    const secret = ["xoxb", sampleOf([digits(11)]), sampleOf([digits(12)]), sampleOf([alnum(24)])].join("-");
    return [{ text: `token = "${secret}"\n`, secret }];
  },
};

/** The cookie of a session, percent-encoded base64. */
const cookie: Format = {
  ...token("slack-cookie", "Slack session cookie", [either("xoxd-"), alnum(100)], { minEntropy: 4, after: "any" }),
  pattern: "xoxd-[0-9A-Za-z%+/]{100,}={0,2}",
  most: 600,
  reach: 700,
};

const appToken = token("slack-app-token", "Slack app-level token", [either("xapp-"), digits(1), either("-"), upperAlnum(8, 14), either("-"), digits(10, 16), either("-"), hex(60, 72)]);

const configToken: Format = {
  ...token("slack-configuration-token", "Slack configuration token", [either("xoxe-"), digits(1), either("-"), alnum(120, 200)]),
  keywords: ["xoxe-", "xoxe.xox"],
  pattern: "xoxe(?:\\.xox[bp])?-[0-9]-[A-Za-z0-9]{120,200}",
};

const webhook = token("slack-webhook", "Slack webhook URL", [
  either("hooks.slack.com/services/", "hooks.slack.com/workflows/", "hooks.slack-gov.com/services/"),
  either("T"), alnum(6, 12), either("/"), alnum(8, 20), either("/"), alnum(18, 26),
]);

/** Source: https://docs.slack.dev/authentication/tokens/ */
export const slack: Vendor = vendor("Slack", "https://docs.slack.dev/authentication/tokens/", [
  botToken,
  cookie,
  appToken,
  configToken,
  webhook,
]);
