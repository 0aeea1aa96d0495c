import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://docs.customer.io/integrations/api/app/ */
export const customerio: Vendor = vendor("Customer.io", "https://docs.customer.io/integrations/api/app/", [
  assigned("customerio-key", "Customer.io API key", ["customerio", "customer_io", "customer.io"], [hex(20, 32)], { minEntropy: 3 }),
]);
