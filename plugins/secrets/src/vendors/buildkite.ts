import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://buildkite.com/docs/apis/managing-api-tokens */
export const buildkite: Vendor = vendor("Buildkite", "https://buildkite.com/docs/apis/managing-api-tokens", [
  token("buildkite-api-token", "Buildkite token", [either("bkua_", "bkaj_", "bkct_", "bkpt_"), alnum(40, 64)]),
]);
