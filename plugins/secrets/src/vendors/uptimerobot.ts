import { assigned, type Vendor, vendor } from "../format.ts";
import { digits, either, hex } from "../part.ts";

/** Source: https://uptimerobot.com/api/ */
export const uptimerobot: Vendor = vendor("UptimeRobot", "https://uptimerobot.com/api/", [
  assigned("uptimerobot-api-key", "UptimeRobot API key", ["uptimerobot", "uptime_robot", "ur_api_key"], [either("u", "m"), digits(6, 10), either("-"), hex(24)], { minEntropy: 3 }),
]);
