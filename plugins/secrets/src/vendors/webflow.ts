import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://developers.webflow.com/data/reference/authentication */
export const webflow: Vendor = vendor("Webflow", "https://developers.webflow.com/data/reference/authentication", [
  assigned("webflow-token", "Webflow API token", ["webflow"], [hex(64)], { minEntropy: 3 }),
]);
