import { assigned, type Vendor, vendor } from "../format.ts";
import { uuid } from "../part.ts";

/** Source: https://docs.snyk.io/snyk-api/authentication-for-api */
export const snyk: Vendor = vendor("Snyk", "https://docs.snyk.io/snyk-api/authentication-for-api", [
  assigned("snyk-token", "Snyk API token", ["snyk_token", "snyk_api", "snyk_key", "snyk-token"], [...uuid()]),
]);
