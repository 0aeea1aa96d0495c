import { assigned, type Vendor, vendor } from "../format.ts";
import { base64, either } from "../part.ts";

/** Source: https://docs.adyen.com/development-resources/api-credentials/ */
export const adyen: Vendor = vendor("Adyen", "https://docs.adyen.com/development-resources/api-credentials/", [
  assigned("adyen-api-key", "Adyen API key", ["adyen"], [either("AQE"), base64(60, 190)], { minEntropy: 4, after: "any" }),
]);
