import { token, type Vendor, vendor } from "../format.ts";
import { digits, either, upperAlnum } from "../part.ts";

/** Source: https://developer.clickup.com/docs/authentication */
export const clickup: Vendor = vendor("ClickUp", "https://developer.clickup.com/docs/authentication", [
  token("clickup-token", "ClickUp personal token", [either("pk_"), digits(6, 10), either("_"), upperAlnum(32)]),
]);
