import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://docs.digitalocean.com/reference/api/create-personal-access-token/ */
export const digitalocean: Vendor = vendor("DigitalOcean", "https://docs.digitalocean.com/reference/api/create-personal-access-token/", [
  token("digitalocean-token", "DigitalOcean token", [either("dop_v1_", "doo_v1_", "dor_v1_"), hex(64)]),
]);
