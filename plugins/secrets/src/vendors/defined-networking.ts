import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://docs.defined.net/guides/automating-host-creation/ */
export const definedNetworking: Vendor = vendor("Defined Networking", "https://docs.defined.net/guides/automating-host-creation/", [
  token("defined-networking-token", "Defined Networking API token", [either("dnkey-"), base64url(26), either("-"), base64url(52)]),
]);
