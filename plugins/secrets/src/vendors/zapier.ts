import { token, type Vendor, vendor } from "../format.ts";
import { alnum, digits, either } from "../part.ts";

/** Source: https://help.zapier.com/hc/en-us/articles/8496288690317 */
export const zapier: Vendor = vendor("Zapier", "https://help.zapier.com/hc/en-us/articles/8496288690317", [
  token("zapier-webhook", "Zapier webhook URL", [either("hooks.zapier.com/hooks/catch/"), digits(4, 10), either("/"), alnum(5, 12)], { confidence: "medium" }),
]);
