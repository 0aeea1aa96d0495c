import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://developers.onelogin.com/api-docs/1/getting-started/working-with-api-credentials */
export const onelogin: Vendor = vendor("OneLogin", "https://developers.onelogin.com/api-docs/1/getting-started/working-with-api-credentials", [
  assigned("onelogin-client-secret", "OneLogin client secret", ["onelogin"], [hex(64)], { minEntropy: 3 }),
]);
