import { type Format, type Vendor, vendor } from "../format.ts";
import { alnum, digits, sampleOf } from "../part.ts";

/** The bot's number, a colon and 35 characters that begin with `AA`: the keyword is in the middle. */
const botToken: Format = {
  id: "telegram-bot-token",
  title: "Telegram bot token",
  kind: "provider-token",
  confidence: "high",
  keywords: [":AAA", ":AAB", ":AAC", ":AAD", ":AAE", ":AAF", ":AAG", ":AAH"],
  pattern: "(?:api\\.telegram\\.org/bot)?([0-9]{8,10}:AA[A-Ha-h][0-9A-Za-z_-]{32})",
  ignoreCase: false,
  scope: "lines",
  shown: 0,
  minEntropy: 3.5,
  examples: () => {
    const secret = `${sampleOf([digits(9)])}:${["AA", "H"].join("")}${sampleOf([alnum(32)])}`;
    return [
      { text: `token = "${secret}"\n`, secret },
      { text: `curl https://api.telegram.org/bot${secret}/getMe\n`, secret },
    ];
  },
};

/** Source: https://core.telegram.org/bots/api#authorizing-your-bot */
export const telegram: Vendor = vendor("Telegram", "https://core.telegram.org/bots/api#authorizing-your-bot", [
  botToken,
]);
