import { assigned, token, type Vendor, vendor } from "../format.ts";
import { base64url, either, uuid } from "../part.ts";

/** Source: https://devcenter.heroku.com/articles/platform-api-reference#authentication */
export const heroku: Vendor = vendor("Heroku", "https://devcenter.heroku.com/articles/platform-api-reference#authentication", [
  token("heroku-api-key", "Heroku API key", [either("HRKU-"), base64url(36, 60)]),
  assigned("heroku-legacy-api-key", "Heroku API key of the first generation", ["heroku"], [...uuid()]),
]);
