import { token, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://docs.retool.com/reference/apis/authentication */
export const retool: Vendor = vendor("Retool", "https://docs.retool.com/reference/apis/authentication", [
  token("retool-access-token", "Retool access token", [either("retool_"), lowerAlnum(26)], { minEntropy: 3.5 }),
]);
