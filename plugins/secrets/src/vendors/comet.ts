import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://www.comet.com/docs/v2/guides/experiment-management/configure-sdk/ */
export const comet: Vendor = vendor("Comet", "https://www.comet.com/docs/v2/guides/experiment-management/configure-sdk/", [
  assigned("comet-api-key", "Comet API key", ["comet_api_key", "comet-api-key", "cometml", "comet_ml"], [alnum(25)], { minEntropy: 3.5 }),
]);
