import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum, either, uuid } from "../part.ts";

/** Source: https://developer.webex.com/docs/getting-your-personal-access-token */
export const webex: Vendor = vendor("Webex", "https://developer.webex.com/docs/getting-your-personal-access-token", [
  assigned("webex-token", "Webex token", ["webex"], [alnum(62, 66), either("_"), alnum(4), either("_"), ...uuid()]),
]);
