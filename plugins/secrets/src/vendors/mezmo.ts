import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://docs.mezmo.com/docs/ingestion-key */
export const mezmo: Vendor = vendor("Mezmo", "https://docs.mezmo.com/docs/ingestion-key", [
  assigned("mezmo-ingestion-key", "Mezmo ingestion key", ["mezmo", "logdna"], [hex(32)], { minEntropy: 3 }),
]);
