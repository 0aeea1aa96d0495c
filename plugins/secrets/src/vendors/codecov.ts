import { assigned, type Vendor, vendor } from "../format.ts";
import { lowerAlnum, uuid } from "../part.ts";

/** Source: https://docs.codecov.com/docs/codecov-tokens */
export const codecov: Vendor = vendor("Codecov", "https://docs.codecov.com/docs/codecov-tokens", [
  assigned("codecov-token", "Codecov token", ["codecov"], [...uuid()]),
  assigned("codecov-api-token", "Codecov API token", ["codecov"], [lowerAlnum(32)], { minEntropy: 3.3 }),
]);
