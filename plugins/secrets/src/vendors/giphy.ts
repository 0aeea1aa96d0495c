import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://developers.giphy.com/docs/api/ */
export const giphy: Vendor = vendor("GIPHY", "https://developers.giphy.com/docs/api/", [
  assigned("giphy-key", "GIPHY API key", ["giphy"], [alnum(32)], { minEntropy: 3.5 }),
]);
