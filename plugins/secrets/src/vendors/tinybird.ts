import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://www.tinybird.co/docs/classic/administration/auth-tokens */
export const tinybird: Vendor = vendor("Tinybird", "https://www.tinybird.co/docs/classic/administration/auth-tokens", [
  token("tinybird-token", "Tinybird token", [either("p.eyJ"), base64url(60, 190), either("."), base64url(43)], { before: "word" }),
]);
