import { assigned, type Vendor, vendor } from "../format.ts";
import { uuid } from "../part.ts";

/** Source: https://docs.cypress.io/cloud/account-management/projects */
export const cypress: Vendor = vendor("Cypress", "https://docs.cypress.io/cloud/account-management/projects", [
  assigned("cypress-record-key", "Cypress record key", ["cypress_record_key", "cypress record", "cypress run --record --key"], [...uuid()]),
]);
