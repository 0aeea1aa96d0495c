import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://docs.getdbt.com/docs/dbt-cloud-apis/authentication */
export const dbt: Vendor = vendor("dbt", "https://docs.getdbt.com/docs/dbt-cloud-apis/authentication", [
  token("dbt-token", "dbt Cloud token", [either("dbtc_", "dbtu_"), base64url(38, 60)], { minEntropy: 3.5 }),
]);
