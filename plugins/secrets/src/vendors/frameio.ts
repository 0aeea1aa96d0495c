import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://developer.frame.io/docs/getting-started/authentication */
export const frameio: Vendor = vendor("Frame.io", "https://developer.frame.io/docs/getting-started/authentication", [
  token("frameio-token", "Frame.io developer token", [either("fio-u-"), base64url(64)]),
]);
