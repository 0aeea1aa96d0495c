import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://docs.abuseipdb.com/ */
export const abuseipdb: Vendor = vendor("AbuseIPDB", "https://docs.abuseipdb.com/", [
  assigned("abuseipdb-key", "AbuseIPDB API key", ["abuseipdb"], [hex(80)], { minEntropy: 3 }),
]);
