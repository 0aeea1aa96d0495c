import { token, type Vendor, vendor } from "../format.ts";
import { either, lowerAlnum } from "../part.ts";

/** Source: https://cal.com/docs/api-reference/v2/introduction */
export const calcom: Vendor = vendor("Cal.com", "https://cal.com/docs/api-reference/v2/introduction", [
  token("calcom-api-key", "Cal.com API key", [either("cal_live_", "cal_test_"), lowerAlnum(32)], { minEntropy: 3 }),
]);
