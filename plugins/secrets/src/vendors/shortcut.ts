import { assigned, type Vendor, vendor } from "../format.ts";
import { uuid } from "../part.ts";

/** Source: https://developer.shortcut.com/api/rest/v3 */
export const shortcut: Vendor = vendor("Shortcut", "https://developer.shortcut.com/api/rest/v3", [
  assigned("shortcut-token", "Shortcut API token", ["shortcut_api", "shortcut_token", "clubhouse"], [...uuid()]),
]);
