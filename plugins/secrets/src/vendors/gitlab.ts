import { crc32 } from "node:zlib";
import { type Format, token, type Vendor, vendor } from "../format.ts";
import { alnum, base64url, either, lowerAlnum } from "../part.ts";

const short = token("gitlab-token", "GitLab token", [either("glpat-", "gldt-", "glrt-", "glsoat-", "glrtr-", "glwt-"), base64url(20, 50)], { after: "token" });

const jobToken: Format = {
  ...token("gitlab-ci-job-token", "GitLab CI job token", [either("glcbt-"), alnum(20)], { after: "token" }),
  pattern: "glcbt-(?:[0-9A-Za-z]{1,5}_)?[0-9A-Za-z_-]{20}",
};

/** `<payload>.<version>.<its length in base 36, two places><CRC-32 of all before it in base 36, seven places>`; the first had no version (lib/authn/token_field/generator/routable_token.rb). */
const routable: Format = {
  ...token("gitlab-routable-token", "GitLab routable token", [either("glpat-", "gldt-", "glrt-", "glcbt-", "gloat-"), base64url(27, 190), either(".01."), lowerAlnum(9)], {
    after: "token",
    issued: (value) => crcOf(value.slice(0, -7)) === value.slice(-7),
    seal: (sample) => sample.slice(0, -7) + crcOf(sample.slice(0, -7)),
  }),
  pattern: "gl(?:pat|dt|rt|cbt|oat)-[0-9A-Za-z_-]{27,}\\.(?:[0-9a-z]{2}\\.)?[0-9a-z]{9}",
};

function crcOf(text: string): string {
  return crc32(text).toString(36).padStart(7, "0");
}

/** Source: https://docs.gitlab.com/security/tokens/#token-prefixes */
export const gitlab: Vendor = vendor("GitLab", "https://docs.gitlab.com/security/tokens/#token-prefixes", [
  short,
  routable,
  token("gitlab-application-secret", "GitLab OAuth application secret", [either("gloas-"), base64url(64)], { after: "token" }),
  token("gitlab-trigger-token", "GitLab pipeline trigger token", [either("glptt-"), base64url(40)], { after: "token" }),
  token("gitlab-agent-token", "GitLab agent token", [either("glagent-"), base64url(50, 1024)], { after: "token", reach: 1100, minEntropy: 3 }),
  jobToken,
  token("gitlab-incoming-mail-token", "GitLab incoming mail token", [either("glimt-"), base64url(25)], { after: "token" }),
  token("gitlab-runner-registration-token", "GitLab runner registration token", [either("GR1348941"), base64url(20, 50)], { after: "token" }),
  token("gitlab-feed-token", "GitLab feed token", [either("glft-", "glffct-"), base64url(20)], { after: "token" }),
]);
