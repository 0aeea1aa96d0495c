import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://developer.tenable.com/docs/authorization */
export const tenable: Vendor = vendor("Tenable", "https://developer.tenable.com/docs/authorization", [
  assigned("tenable-key", "Tenable API key", ["tenable", "nessus"], [hex(64)], { minEntropy: 3 }),
]);
