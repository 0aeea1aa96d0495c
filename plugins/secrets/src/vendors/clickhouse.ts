import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://clickhouse.com/docs/cloud/manage/openapi */
export const clickhouse: Vendor = vendor("ClickHouse Cloud", "https://clickhouse.com/docs/cloud/manage/openapi", [
  token("clickhouse-api-secret", "ClickHouse Cloud API secret", [either("4b1d"), alnum(38)], { minEntropy: 3.5 }),
]);
