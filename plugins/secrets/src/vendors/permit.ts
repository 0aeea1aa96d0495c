import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.permit.io/overview/use-the-permit-api-and-sdk/ */
export const permit: Vendor = vendor("Permit.io", "https://docs.permit.io/overview/use-the-permit-api-and-sdk/", [
  token("permit-api-key", "Permit.io API key", [either("permit_key_"), alnum(80, 120)], { minEntropy: 3.5 }),
]);
