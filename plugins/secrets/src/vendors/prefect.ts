import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys */
export const prefect: Vendor = vendor("Prefect", "https://docs.prefect.io/v3/how-to-guides/cloud/manage-users/api-keys", [
  token("prefect-api-key", "Prefect API key", [either("pnu_", "pnb_"), alnum(36)]),
]);
