import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either, upperAlnum } from "../part.ts";

/** Source: https://developers.telnyx.com/development/api-fundamentals/authentication */
export const telnyx: Vendor = vendor("Telnyx", "https://developers.telnyx.com/development/api-fundamentals/authentication", [
  token("telnyx-api-key", "Telnyx API key", [either("KEY"), upperAlnum(32), either("_"), alnum(22)]),
]);
