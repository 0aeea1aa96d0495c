import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://shopify.dev/changelog/length-of-the-shopify-access-token-is-increasing */
export const shopify: Vendor = vendor("Shopify", "https://shopify.dev/changelog/length-of-the-shopify-access-token-is-increasing", [
  token("shopify-token", "Shopify token", [either("shpat_", "shpca_", "shppa_", "shpss_", "shpua_", "shptka_", "shprka_"), alnum(32, 64)]),
]);
