import { token, type Vendor, vendor } from "../format.ts";
import { either, hexAnyCase } from "../part.ts";

const personalToken = token("databricks-token", "Databricks personal access token", [either("dapi", "dose", "dkea", "dsapi"), hexAnyCase(32)]);

/** Source: https://docs.databricks.com/aws/en/dev-tools/auth/pat */
export const databricks: Vendor = vendor("Databricks", "https://docs.databricks.com/aws/en/dev-tools/auth/pat", [
  personalToken,
]);
