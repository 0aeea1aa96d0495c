import { token, type Vendor, vendor } from "../format.ts";
import { base64, either } from "../part.ts";

/** Source: https://docs.neptune.ai/setup/setting_api_token/ */
export const neptune: Vendor = vendor("Neptune", "https://docs.neptune.ai/setup/setting_api_token/", [
  token("neptune-api-token", "Neptune API token", [either("eyJhcGlfYWRkcmVzcyI6"), base64(80, 190)], { after: "any" }),
]);
