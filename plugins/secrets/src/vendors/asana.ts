import { assigned, type Vendor, vendor } from "../format.ts";
import { digits, either, hex } from "../part.ts";

/** Source: https://developers.asana.com/docs/personal-access-token */
export const asana: Vendor = vendor("Asana", "https://developers.asana.com/docs/personal-access-token", [
  assigned("asana-personal-token", "Asana personal access token", ["asana"], [either("1/", "2/"), digits(13, 17), either(":"), hex(32)]),
  assigned("asana-workspace-token", "Asana personal access token with its workspace", ["asana"], [either("2/"), digits(13, 17), either("/"), digits(13, 17), either(":"), hex(32)]),
]);
