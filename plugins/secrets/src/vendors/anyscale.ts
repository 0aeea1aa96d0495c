import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.anyscale.com/reference/quickstart-cli */
export const anyscale: Vendor = vendor("Anyscale", "https://docs.anyscale.com/reference/quickstart-cli", [
  token("anyscale-token", "Anyscale token", [either("esecret_"), alnum(20, 60)], { minEntropy: 3 }),
]);
