import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://www.browserstack.com/docs/percy/get-started/project-tokens */
export const percy: Vendor = vendor("Percy", "https://www.browserstack.com/docs/percy/get-started/project-tokens", [
  assigned("percy-token", "Percy project token", ["percy_token", "percy-token"], [hex(64)], { minEntropy: 3 }),
]);
