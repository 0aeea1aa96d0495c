import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://www.infracost.io/docs/integrations/environment_variables/ */
export const infracost: Vendor = vendor("Infracost", "https://www.infracost.io/docs/integrations/environment_variables/", [
  token("infracost-token", "Infracost API token", [either("ico-"), alnum(32)]),
]);
