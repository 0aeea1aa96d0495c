import { assigned, type Vendor, vendor } from "../format.ts";
import { base64 } from "../part.ts";

/** Source: https://developers.line.biz/en/docs/basics/channel-access-token/ */
export const line: Vendor = vendor("LINE", "https://developers.line.biz/en/docs/basics/channel-access-token/", [
  assigned("line-channel-token", "LINE channel access token", ["line_channel", "line_access", "channel_access_token", "line_token"], [base64(140, 190)], { after: "any", minEntropy: 4 }),
]);
