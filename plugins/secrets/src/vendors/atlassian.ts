import { token, type Vendor, vendor } from "../format.ts";
import { alnum, base64url, either, hexAnyCase } from "../part.ts";

/** Source: https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/ */
export const atlassian: Vendor = vendor("Atlassian", "https://support.atlassian.com/atlassian-account/docs/manage-api-tokens-for-your-atlassian-account/", [
  token("atlassian-api-token", "Atlassian API token", [either("ATATT3xFfGF0"), base64url(160, 200), either("="), hexAnyCase(8)]),
  token("bitbucket-app-password", "Bitbucket app password", [either("ATBB"), alnum(32)]),
  token("atlassian-access-token", "Bitbucket access token", [either("ATCTT3xFfGN0"), base64url(160, 200), either("="), hexAnyCase(8)]),
]);
