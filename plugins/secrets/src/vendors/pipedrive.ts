import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://pipedrive.readme.io/docs/core-api-concepts-authentication */
export const pipedrive: Vendor = vendor("Pipedrive", "https://pipedrive.readme.io/docs/core-api-concepts-authentication", [
  assigned("pipedrive-token", "Pipedrive API token", ["pipedrive"], [hex(40)], { minEntropy: 3 }),
]);
