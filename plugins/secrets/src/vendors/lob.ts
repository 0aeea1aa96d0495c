import { assigned, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://docs.lob.com/#tag/Authentication */
export const lob: Vendor = vendor("Lob", "https://docs.lob.com/#tag/Authentication", [
  assigned("lob-api-key", "Lob API key", ["lob_api", "lob_key", "lobapi"], [either("live_", "test_"), hex(35)]),
]);
