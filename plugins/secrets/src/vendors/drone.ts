import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://docs.drone.io/cli/configure/ */
export const drone: Vendor = vendor("Drone", "https://docs.drone.io/cli/configure/", [
  assigned("drone-token", "Drone token", ["drone_token", "drone_rpc_secret", "droneci"], [alnum(32)], { minEntropy: 3.3 }),
]);
