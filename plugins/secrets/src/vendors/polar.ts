import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.polar.sh/integrate/authentication */
export const polar: Vendor = vendor("Polar", "https://docs.polar.sh/integrate/authentication", [
  token("polar-token", "Polar access token", [either("polar_oat_", "polar_pat_", "polar_at_u_", "polar_at_o_", "polar_rt_u_", "polar_rt_o_", "polar_cst_", "polar_cs_", "polar_whs_"), alnum(32, 48)]),
]);
