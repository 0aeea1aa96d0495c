import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.ubidots.com/reference/authentication */
export const ubidots: Vendor = vendor("Ubidots", "https://docs.ubidots.com/reference/authentication", [
  token("ubidots-token", "Ubidots token", [either("BBFF-"), alnum(30, 40)], { minEntropy: 3.5 }),
]);
