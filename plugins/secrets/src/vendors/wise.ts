import { assigned, type Vendor, vendor } from "../format.ts";
import { uuid } from "../part.ts";

/** Source: https://docs.wise.com/api-docs/features/authentication-access */
export const wise: Vendor = vendor("Wise", "https://docs.wise.com/api-docs/features/authentication-access", [
  assigned("wise-token", "Wise API token", ["transferwise", "wise_api", "wise_token"], [...uuid()]),
]);
