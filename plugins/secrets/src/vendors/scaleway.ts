import { assigned, type Vendor, vendor } from "../format.ts";
import { uuid } from "../part.ts";

/** Source: https://www.scaleway.com/en/docs/iam/concepts/ */
export const scaleway: Vendor = vendor("Scaleway", "https://www.scaleway.com/en/docs/iam/concepts/", [
  assigned("scaleway-secret-key", "Scaleway secret key", ["scw_secret", "scaleway", "scw_token"], [...uuid()]),
]);
