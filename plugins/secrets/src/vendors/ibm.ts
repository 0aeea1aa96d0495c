import { assigned, type Format, token, type Vendor, vendor } from "../format.ts";
import { base64url, either, hex, lowerAlnum, sampleOf } from "../part.ts";

/** Forty-four characters that nothing marks: the name beside them tells. */
const iam = assigned("ibm-cloud-api-key", "IBM Cloud API key", ["ibm", "iam_api", "iam-", "iamapikey", "cloud_api", "cloud-api", "cloud_iam", "cloud-iam", "apikey"], [base64url(44)], { minEntropy: 2.5, after: "token" });

const cos = assigned("ibm-cos-hmac-key", "IBM Cloud Object Storage HMAC key", ["secret_access_key", "cos_secret", "cos-secret", "hmac_secret", "cos_hmac", "secret_key"], [hex(48)], { minEntropy: 2.5 });

const softlayer = assigned("softlayer-api-key", "SoftLayer API key", ["softlayer", "sl_api", "sl-api", "slapi", "sl_key", "sl-key", "sl_pass", "sl-pass"], [lowerAlnum(64)], { minEntropy: 2.5 });

/** Passwords are 64 hexadecimal digits, API keys 24 letters. */
const cloudant: Format = {
  ...assigned("cloudant-credential", "IBM Cloudant password or API key", ["cloudant", "clou_pw", "clou_pass", "clou_key"], [hex(64)], { minEntropy: 2.5 }),
  pattern: "(?i:(?:cloudant|clou_pw|clou_pass|clou_key)[0-9a-z_.-]{0,40}?)[\"'`]?\\]?[ \\t]{0,8}(?::=|===?|=>|=|:|,|[ \\t])[ \\t]{0,8}[\"'`]?([0-9a-f]{64}|[a-z]{24})",
  holds: { class: "[0-9a-z]", least: 24 },
  examples: () => {
    const [password, key] = [sampleOf([hex(64)]), sampleOf([hex(24)]).replaceAll(/[0-9]/g, (digit) => "ghijklmnop".charAt(Number(digit)))];
    return [
      { text: `cloudant_password = "${password}"\n`, secret: password },
      { text: `CLOUDANT_API_KEY=${key}\n`, secret: key },
    ];
  },
};

/** Source: https://cloud.ibm.com/docs/account?topic=account-userapikey */
export const ibm: Vendor = vendor("IBM Cloud", "https://cloud.ibm.com/docs/account?topic=account-userapikey", [
  iam,
  cos,
  softlayer,
  token("softlayer-endpoint-key", "SoftLayer API key in a URL", [either("api.softlayer.com/soap/v3/", "api.softlayer.com/soap/v3.1/"), lowerAlnum(64)]),
  cloudant,
]);
