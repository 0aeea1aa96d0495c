import { token, type Vendor, vendor } from "../format.ts";
import { alnum, base64url, either, hex } from "../part.ts";

/** Source: https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/ */
export const harness: Vendor = vendor("Harness", "https://developer.harness.io/docs/platform/automation/api/add-and-manage-api-keys/", [
  token("harness-token", "Harness access token", [either("pat.", "sat."), base64url(22), either("."), hex(24), either("."), alnum(20)]),
]);
