import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://developer.close.com/topics/authentication/ */
export const close: Vendor = vendor("Close", "https://developer.close.com/topics/authentication/", [
  token("close-api-key", "Close API key", [either("api_"), alnum(21, 22), either("."), alnum(21, 22)], { minEntropy: 3.5 }),
]);
