import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://docs.openshift.com/container-platform/latest/authentication/managing-oauth-access-tokens.html */
export const openshift: Vendor = vendor("OpenShift", "https://docs.openshift.com/container-platform/latest/authentication/managing-oauth-access-tokens.html", [
  token("openshift-user-token", "OpenShift user token", [either("sha256~"), base64url(43)]),
]);
