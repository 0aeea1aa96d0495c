import { token, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://thingsboard.io/docs/reference/http-api/ */
export const thingsboard: Vendor = vendor("ThingsBoard", "https://thingsboard.io/docs/reference/http-api/", [
  token("thingsboard-device-token", "ThingsBoard device access token", [either("thingsboard.cloud/api/v1/", "thingsboard.io/api/v1/"), lowerAlnum(20)], { before: "any", minEntropy: 3 }),
]);
