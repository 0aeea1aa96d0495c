import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://packagist.com/docs/api */
export const packagist: Vendor = vendor("Packagist", "https://packagist.com/docs/api", [
  token("packagist-token", "Packagist token", [either("packagist_uut_", "packagist_ort_", "packagist_out_", "packagist_urt_"), hex(68)], { minEntropy: 3 }),
]);
