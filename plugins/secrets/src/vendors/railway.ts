import { assigned, type Vendor, vendor } from "../format.ts";
import { uuid } from "../part.ts";

/** Source: https://docs.railway.com/guides/public-api */
export const railway: Vendor = vendor("Railway", "https://docs.railway.com/guides/public-api", [
  assigned("railway-token", "Railway token", ["railway_token", "railway_api", "railway-token"], [...uuid()]),
]);
