import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://deploy.equinix.com/developers/api/authentication/ */
export const equinix: Vendor = vendor("Equinix Metal", "https://deploy.equinix.com/developers/api/authentication/", [
  assigned("equinix-metal-token", "Equinix Metal token", ["equinix", "packet_auth", "metal_auth_token"], [alnum(32)], { minEntropy: 3.5 }),
]);
