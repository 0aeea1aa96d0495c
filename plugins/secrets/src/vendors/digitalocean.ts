import { token, type Vendor, vendor } from "../format.ts";
import { either, hex, upperAlnum } from "../part.ts";

/** Source: https://docs.digitalocean.com/reference/api/create-personal-access-token/ */
export const digitalocean: Vendor = vendor("DigitalOcean", "https://docs.digitalocean.com/reference/api/create-personal-access-token/", [
  token("digitalocean-token", "DigitalOcean token", [either("dop_v1_", "doo_v1_", "dor_v1_"), hex(64)]),
  token("digitalocean-spaces-key", "DigitalOcean Spaces key id", [either("DO00", "DO801"), upperAlnum(15, 16)], { before: "token", after: "token", minEntropy: 3 }),
]);
