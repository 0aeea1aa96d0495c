import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://docs.daily.co/reference/rest-api */
export const daily: Vendor = vendor("Daily", "https://docs.daily.co/reference/rest-api", [
  assigned("daily-key", "Daily API key", ["daily_api_key", "daily_co", "daily.co"], [hex(64)], { minEntropy: 3 }),
]);
