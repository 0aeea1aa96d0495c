import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://docs.roboflow.com/api-reference/authentication */
export const roboflow: Vendor = vendor("Roboflow", "https://docs.roboflow.com/api-reference/authentication", [
  assigned("roboflow-api-key", "Roboflow API key", ["roboflow"], [alnum(20)], { minEntropy: 3.5 }),
]);
