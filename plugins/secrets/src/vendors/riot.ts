import { token, type Vendor, vendor } from "../format.ts";
import { either, uuid } from "../part.ts";

/** Source: https://developer.riotgames.com/docs/portal */
export const riot: Vendor = vendor("Riot Games", "https://developer.riotgames.com/docs/portal", [
  token("riot-api-key", "Riot Games API key", [either("RGAPI-"), ...uuid()]),
]);
