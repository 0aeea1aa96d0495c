import { token, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://help.make.com/webhooks */
export const make: Vendor = vendor("Make", "https://help.make.com/webhooks", [
  token("make-webhook", "Make webhook URL", [either("hook.eu1.make.com/", "hook.eu2.make.com/", "hook.us1.make.com/", "hook.us2.make.com/", "hook.integromat.com/"), lowerAlnum(32)], { confidence: "medium" }),
]);
