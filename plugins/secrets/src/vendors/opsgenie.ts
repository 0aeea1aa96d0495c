import { assigned, type Vendor, vendor } from "../format.ts";
import { uuid } from "../part.ts";

/** Source: https://docs.opsgenie.com/docs/api-key-management */
export const opsgenie: Vendor = vendor("Opsgenie", "https://docs.opsgenie.com/docs/api-key-management", [
  assigned("opsgenie-api-key", "Opsgenie API key", ["opsgenie", "geniekey"], [...uuid()]),
]);
