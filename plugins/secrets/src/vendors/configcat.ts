import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://configcat.com/docs/api/reference/sdk-keys */
export const configcat: Vendor = vendor("ConfigCat", "https://configcat.com/docs/api/reference/sdk-keys", [
  token("configcat-sdk-key", "ConfigCat SDK key", [either("configcat-sdk-1/"), base64url(22), either("/"), base64url(22)], { minEntropy: 3.5 }),
]);
