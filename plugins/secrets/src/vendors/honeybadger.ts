import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.honeybadger.io/api/ */
export const honeybadger: Vendor = vendor("Honeybadger", "https://docs.honeybadger.io/api/", [
  token("honeybadger-project-key", "Honeybadger API key", [either("hbp_"), alnum(36, 40)], { minEntropy: 3.5 }),
]);
