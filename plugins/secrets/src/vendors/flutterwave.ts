import { token, type Vendor, vendor } from "../format.ts";
import { either, hexAnyCase } from "../part.ts";

/** Source: https://developer.flutterwave.com/docs/authentication */
export const flutterwave: Vendor = vendor("Flutterwave", "https://developer.flutterwave.com/docs/authentication", [
  token("flutterwave-secret-key", "Flutterwave secret key", [either("FLWSECK-", "FLWSECK_TEST-"), hexAnyCase(32), either("-X")]),
]);
