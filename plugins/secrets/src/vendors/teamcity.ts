import { token, type Vendor, vendor } from "../format.ts";
import { base64, base64url, either } from "../part.ts";

/** Source: https://www.jetbrains.com/help/teamcity/rest/teamcity-rest-api-documentation.html */
export const teamcity: Vendor = vendor("TeamCity", "https://www.jetbrains.com/help/teamcity/rest/teamcity-rest-api-documentation.html", [
  token("teamcity-token", "TeamCity access token", [either("eyJ0eXAiOiAiVENWMiJ9."), base64url(36), either("."), base64(48)], { after: "any" }),
]);
