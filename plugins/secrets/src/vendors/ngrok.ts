import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://ngrok.com/docs/api/ */
export const ngrok: Vendor = vendor("ngrok", "https://ngrok.com/docs/api/", [
  assigned("ngrok-token", "ngrok token", ["ngrok"], [either("1", "2", "3"), alnum(26), either("_"), alnum(20, 21)], { minEntropy: 3.5 }),
]);
