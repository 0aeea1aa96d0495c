import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://developer.box.com/guides/authentication/ */
export const box: Vendor = vendor("Box", "https://developer.box.com/guides/authentication/", [
  assigned("box-secret", "Box client secret or token", ["box_client_secret", "box_secret", "box_developer_token", "boxclientsecret"], [alnum(32)], { minEntropy: 3.5 }),
]);
