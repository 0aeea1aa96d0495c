import { assigned, type Vendor, vendor } from "../format.ts";
import { hexAnyCase } from "../part.ts";

/** Source: https://steamcommunity.com/dev */
export const steam: Vendor = vendor("Steam", "https://steamcommunity.com/dev", [
  assigned("steam-api-key", "Steam Web API key", ["steam_api", "steam_key", "steamapikey", "steam_web_api"], [hexAnyCase(32)], { minEntropy: 3 }),
]);
