import { token, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://www.chromatic.com/docs/ci/ */
export const chromatic: Vendor = vendor("Chromatic", "https://www.chromatic.com/docs/ci/", [
  token("chromatic-project-token", "Chromatic project token", [either("chpt_"), lowerAlnum(12, 20)], { minEntropy: 2.5 }),
]);
