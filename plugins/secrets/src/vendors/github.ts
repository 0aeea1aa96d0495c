import { crc32Base62 } from "@muster/patterns";
import { token, type Vendor, vendor } from "../format.ts";
import { alnum, base64url, digits, either } from "../part.ts";

/** The last six characters are the CRC-32 of the thirty before them in base 62 (https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/). */
const tokens = token("github-token", "GitHub token", [either("ghp_", "gho_", "ghu_", "ghs_", "ghr_"), alnum(36)], {
  check: (value) => crc32Base62(value.slice(4, -6), 6) === value.slice(-6),
  seal: (sample) => sample.slice(0, -6) + crc32Base62(sample.slice(4, -6), 6),
});

/** Newer installation tokens carry the installation's id and a JSON web token. */
const installation = token("github-installation-token", "GitHub app installation token", [either("ghs_"), digits(4, 12), either("_eyJ"), base64url(20, 400), either(".eyJ"), base64url(20, 800), either("."), base64url(20, 500)], { reach: 2048 });

/** Source: https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github */
export const github: Vendor = vendor("GitHub", "https://docs.github.com/en/authentication/keeping-your-account-and-data-secure/about-authentication-to-github", [
  tokens,
  token("github-fine-grained-token", "GitHub fine-grained personal access token", [either("github_pat_"), alnum(22), either("_"), alnum(59)]),
  installation,
]);
