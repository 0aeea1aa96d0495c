import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://docs.airbrake.io/docs/devops-tools/api/ */
export const airbrake: Vendor = vendor("Airbrake", "https://docs.airbrake.io/docs/devops-tools/api/", [
  assigned("airbrake-key", "Airbrake key", ["airbrake"], [hex(32, 40)], { minEntropy: 3 }),
]);
