import { token, type Vendor, vendor } from "../format.ts";
import { either, uuid } from "../part.ts";

/** Source: https://wakatime.com/developers */
export const wakatime: Vendor = vendor("WakaTime", "https://wakatime.com/developers", [
  token("wakatime-api-key", "WakaTime API key", [either("waka_"), ...uuid()]),
]);
