import { assigned, token, type Vendor, vendor } from "../format.ts";
import { alnum, either, hex } from "../part.ts";

/** Source: https://circleci.com/docs/managing-api-tokens/ */
export const circleci: Vendor = vendor("CircleCI", "https://circleci.com/docs/managing-api-tokens/", [
  token("circleci-token", "CircleCI token", [either("CCIPAT_", "CCIPRJ_"), alnum(20, 24), either("_"), hex(40)]),
  assigned("circleci-legacy-token", "CircleCI token of the first generation", ["circle_token", "circleci_token", "circleci"], [hex(40)]),
]);
