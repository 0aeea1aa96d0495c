import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://docs.phase.dev/access-control/authentication/tokens */
export const phase: Vendor = vendor("Phase", "https://docs.phase.dev/access-control/authentication/tokens", [
  token("phase-service-token", "Phase service token", [either("pss_service:v1:", "pss_service:v2:", "pss_user:v1:"), hex(64), either(":"), hex(64), either(":"), hex(64), either(":"), hex(64)]),
]);
