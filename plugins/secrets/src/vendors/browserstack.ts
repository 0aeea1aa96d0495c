import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://www.browserstack.com/docs/automate/api-reference/selenium/authentication */
export const browserstack: Vendor = vendor("BrowserStack", "https://www.browserstack.com/docs/automate/api-reference/selenium/authentication", [
  assigned("browserstack-key", "BrowserStack access key", ["browserstack"], [alnum(20)], { minEntropy: 3.5 }),
]);
