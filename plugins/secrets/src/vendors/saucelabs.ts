import { assigned, type Vendor, vendor } from "../format.ts";
import { uuid } from "../part.ts";

/** Source: https://docs.saucelabs.com/dev/api/ */
export const saucelabs: Vendor = vendor("Sauce Labs", "https://docs.saucelabs.com/dev/api/", [
  assigned("saucelabs-key", "Sauce Labs access key", ["sauce_access", "saucelabs", "sauce_key", "sauce_token"], [...uuid()]),
]);
