import { assigned, type Format, token, type Vendor, vendor } from "../format.ts";
import { alnum, base64url, digits, either, sampleOf } from "../part.ts";

/**
 * The user id in base64, the time of issue, and a signature, with dots between. The id is written in decimal digits, and
 * base64 leaves a thousand beginnings to three of those.
 */
const botToken: Format = {
  id: "discord-bot-token",
  title: "Discord bot token",
  kind: "provider-token",
  confidence: "high",
  keywords: ["M", "N", "O"].flatMap((first) => [...(first === "O" ? "DT" : "DTjz")].flatMap((second) => [..."AEIMQUYcgk"].flatMap((third) => [..."wxyz012345"].map((fourth) => first + second + third + fourth)))),
  pattern: "(?:[MN][DTjz]|O[DT])[AEIMQUYcgk][w-z0-5][A-Za-z0-9_-]{20,22}\\.[A-Za-z0-9_-]{6}\\.[A-Za-z0-9_-]{27,38}",
  ignoreCase: false,
  scope: "keyword",
  reach: 96,
  shown: 0,
  minEntropy: 3.5,
  examples: () => {
    const secret = `${["MT", "Ew"].join("")}${sampleOf([alnum(20)])}.${sampleOf([alnum(6)])}.${sampleOf([alnum(27)])}`;
    return [{ text: `token = "${secret}"\n`, secret }];
  },
};

const webhook = token("discord-webhook", "Discord webhook URL", [either("discord.com/api/webhooks/", "discordapp.com/api/webhooks/"), digits(17, 20), either("/"), base64url(60, 80)]);

/** Source: https://discord.com/developers/docs/reference#authentication */
export const discord: Vendor = vendor("Discord", "https://discord.com/developers/docs/reference#authentication", [
  botToken,
  webhook,
  assigned("discord-client-secret", "Discord client secret", ["discord_client_secret", "discord_secret"], [base64url(32)], { minEntropy: 3.5 }),
]);
