import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://developers.plane.so/api-reference/introduction */
export const plane: Vendor = vendor("Plane", "https://developers.plane.so/api-reference/introduction", [
  token("plane-api-token", "Plane API token", [either("plane_api_"), hex(32)], { minEntropy: 3 }),
]);
