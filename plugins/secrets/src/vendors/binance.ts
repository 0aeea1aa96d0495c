import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://developers.binance.com/docs/binance-spot-api-docs */
export const binance: Vendor = vendor("Binance", "https://developers.binance.com/docs/binance-spot-api-docs", [
  assigned("binance-key", "Binance API key", ["binance"], [alnum(64)], { minEntropy: 3.5 }),
]);
