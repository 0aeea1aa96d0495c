import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://www.cockroachlabs.com/docs/cockroachcloud/managing-access */
export const cockroachdb: Vendor = vendor("CockroachDB Cloud", "https://www.cockroachlabs.com/docs/cockroachcloud/managing-access", [
  token("cockroachdb-api-key", "CockroachDB Cloud API key", [either("CCDB1_"), alnum(22), either("_"), alnum(40)]),
]);
