import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://xata.io/docs */
export const xata: Vendor = vendor("Xata", "https://xata.io/docs", [
  token("xata-api-key", "Xata API key", [either("xau_"), alnum(43)], { minEntropy: 3.5 }),
]);
