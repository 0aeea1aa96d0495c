import { token, type Vendor, vendor } from "../format.ts";
import { either, uuid } from "../part.ts";

/** Source: https://github.com/eclipse-openvsx/openvsx/wiki/Publishing-Extensions */
export const openvsx: Vendor = vendor("Open VSX", "https://github.com/eclipse-openvsx/openvsx/wiki/Publishing-Extensions", [
  token("openvsx-token", "Open VSX token", [either("ovsxat_", "ovsxp_"), ...uuid()]),
]);
