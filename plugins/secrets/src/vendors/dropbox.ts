import { assigned, token, type Vendor, vendor } from "../format.ts";
import { alnum, base64url, either } from "../part.ts";

/** Source: https://developers.dropbox.com/oauth-guide */
export const dropbox: Vendor = vendor("Dropbox", "https://developers.dropbox.com/oauth-guide", [
  token("dropbox-short-lived-token", "Dropbox short-lived access token", [either("sl."), base64url(130, 160)]),
  token("dropbox-user-token", "Dropbox access token of a user", [either("sl.u."), base64url(130, 2000)], { reach: 2100 }),
  assigned("dropbox-long-lived-token", "Dropbox long-lived access token", ["dropbox"], [alnum(11), either("AAAAAAAAAA"), base64url(43)]),
]);
