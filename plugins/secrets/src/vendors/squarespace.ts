import { assigned, type Vendor, vendor } from "../format.ts";
import { uuid } from "../part.ts";

/** Source: https://developers.squarespace.com/commerce-apis/authentication-and-permissions */
export const squarespace: Vendor = vendor("Squarespace", "https://developers.squarespace.com/commerce-apis/authentication-and-permissions", [
  assigned("squarespace-api-key", "Squarespace API key", ["squarespace"], [...uuid()]),
]);
