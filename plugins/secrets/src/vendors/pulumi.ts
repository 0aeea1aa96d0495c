import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/ */
export const pulumi: Vendor = vendor("Pulumi", "https://www.pulumi.com/docs/pulumi-cloud/access-management/access-tokens/", [
  token("pulumi-token", "Pulumi access token", [either("pul-"), hex(40)]),
]);
