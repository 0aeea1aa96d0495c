import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.easypost.com/docs/authentication */
export const easypost: Vendor = vendor("EasyPost", "https://docs.easypost.com/docs/authentication", [
  token("easypost-api-key", "EasyPost API key", [either("EZAK", "EZTK"), alnum(54)]),
]);
