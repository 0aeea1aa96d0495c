import { crc32Base62 } from "@muster/patterns";
import { assigned, type Format, token, type Vendor, vendor } from "../format.ts";
import { alnum, base64, either, sampleOf, uuid } from "../part.ts";

/** The last six characters are the CRC-32 of the thirty before them in base 62, as in GitHub's tokens. */
const tokens = token("npm-token", "npm access token", [either("npm_"), alnum(36)], {
  check: (value) => crc32Base62(value.slice(4, -6), 6) === value.slice(-6),
  seal: (sample) => sample.slice(0, -6) + crc32Base62(sample.slice(4, -6), 6),
});

/** `//host/:_authToken=`, as an `.npmrc` writes it (https://docs.npmjs.com/cli/configuring-npm/npmrc#auth-related-configuration). */
const registryAuth: Format = {
  id: "npm-registry-token",
  title: "npm registry token in an .npmrc",
  kind: "provider-token",
  confidence: "high",
  keywords: ["/:_authtoken"],
  pattern: "(?i:/:_authtoken)[ \\t]{0,4}=[ \\t]{0,4}[\"']?(npm_[A-Za-z0-9]{10,64}|[A-Za-z0-9+/_.=-]{20,400})",
  scope: "keyword",
  before: "any",
  shown: 0,
  examples: () => {
    const secret = sampleOf(uuid());
    return [{ text: `//registry.example/:_authToken=${secret}\n`, secret }];
  },
};

const registryPassword = assigned("npm-registry-password", "npm registry password in an .npmrc", ["/:_password", "/:_auth="], [base64(12, 200)], { minEntropy: 2.5, after: "any" });

/** Source: https://docs.npmjs.com/about-access-tokens */
export const npm: Vendor = vendor("npm", "https://docs.npmjs.com/about-access-tokens", [
  tokens,
  registryAuth,
  registryPassword,
]);
