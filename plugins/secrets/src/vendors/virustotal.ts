import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://docs.virustotal.com/docs/please-give-me-an-api-key */
export const virustotal: Vendor = vendor("VirusTotal", "https://docs.virustotal.com/docs/please-give-me-an-api-key", [
  assigned("virustotal-api-key", "VirusTotal API key", ["virustotal", "virus_total", "vt_api_key", "x-apikey"], [hex(64)], { minEntropy: 3 }),
]);
