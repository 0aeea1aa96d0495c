import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://io.adafruit.com/api/docs/#authentication */
export const adafruit: Vendor = vendor("Adafruit IO", "https://io.adafruit.com/api/docs/#authentication", [
  token("adafruit-io-key", "Adafruit IO key", [either("aio_"), alnum(28)]),
]);
