import { token, type Vendor, vendor } from "../format.ts";
import { either, upperAlnum } from "../part.ts";

/** Source: https://www.courier.com/docs/reference/auth/intro */
export const courier: Vendor = vendor("Courier", "https://www.courier.com/docs/reference/auth/intro", [
  token("courier-token", "Courier token", [either("pk_prod_", "pk_test_"), upperAlnum(28)], { minEntropy: 3 }),
]);
