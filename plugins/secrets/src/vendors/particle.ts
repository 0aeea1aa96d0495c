import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://docs.particle.io/reference/cloud-apis/access-tokens/ */
export const particle: Vendor = vendor("Particle", "https://docs.particle.io/reference/cloud-apis/access-tokens/", [
  assigned("particle-token", "Particle access token", ["particle.io", "particle_token", "particle_access"], [hex(40)], { minEntropy: 3 }),
]);
