import { type Format, token, type Vendor, vendor } from "../format.ts";
import { base64url, digits, either, hex, sampleOf } from "../part.ts";

/** The data centre ends the key: the keyword is in its middle. */
const apiKey: Format = {
  id: "mailchimp-api-key",
  title: "Mailchimp API key",
  kind: "provider-token",
  confidence: "high",
  keywords: ["-us1", "-us2", "-us3", "-us4", "-us5", "-us6", "-us7", "-us8", "-us9"],
  pattern: "[0-9a-f]{32}-us[0-9]{1,2}",
  scope: "lines",
  shown: 0,
  minEntropy: 3,
  examples: () => {
    const secret = sampleOf([hex(32), either("-us"), digits(2)]).replace(/us[0-9]+$/, "us21");
    return [{ text: `key = "${secret}"\n`, secret }];
  },
};

/** Source: https://mailchimp.com/developer/marketing/guides/quick-start/ */
export const mailchimp: Vendor = vendor("Mailchimp", "https://mailchimp.com/developer/marketing/guides/quick-start/", [
  apiKey,
  token("mandrill-api-key", "Mailchimp Transactional API key", [either("md-"), base64url(22)], { before: "token", minEntropy: 3.5 }),
]);
