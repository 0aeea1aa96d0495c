import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://docs.goshippo.com/docs/guides_general/authentication/ */
export const shippo: Vendor = vendor("Shippo", "https://docs.goshippo.com/docs/guides_general/authentication/", [
  token("shippo-token", "Shippo API token", [either("shippo_live_", "shippo_test_"), hex(40)]),
]);
