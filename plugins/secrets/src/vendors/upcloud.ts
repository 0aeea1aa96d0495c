import { token, type Vendor, vendor } from "../format.ts";
import { either, upperAlnum } from "../part.ts";

/** Source: https://developers.upcloud.com/ */
export const upcloud: Vendor = vendor("UpCloud", "https://developers.upcloud.com/", [
  token("upcloud-token", "UpCloud API token", [either("ucat_"), upperAlnum(26)], { minEntropy: 3 }),
]);
