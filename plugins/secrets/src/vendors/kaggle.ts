import { assigned, token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://www.kaggle.com/docs/api */
export const kaggle: Vendor = vendor("Kaggle", "https://www.kaggle.com/docs/api", [
  token("kaggle-token", "Kaggle API token", [either("KGAT_"), hex(32)], { minEntropy: 3 }),
  assigned("kaggle-key", "Kaggle API key", ["kaggle_key", "kaggle_api", "kaggle"], [hex(32)], { minEntropy: 3 }),
]);
