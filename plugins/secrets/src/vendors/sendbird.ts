import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api */
export const sendbird: Vendor = vendor("Sendbird", "https://sendbird.com/docs/chat/platform-api/v3/prepare-to-use-api", [
  assigned("sendbird-token", "Sendbird API token", ["sendbird"], [hex(40)], { minEntropy: 3 }),
]);
