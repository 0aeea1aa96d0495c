import { assigned, token, type Vendor, vendor } from "../format.ts";
import { either, uuid } from "../part.ts";

/** Source: https://developers.hubspot.com/docs/api/private-apps */
export const hubspot: Vendor = vendor("HubSpot", "https://developers.hubspot.com/docs/api/private-apps", [
  token("hubspot-private-app-token", "HubSpot private app token", [either("pat-na1-", "pat-na2-", "pat-na3-", "pat-eu1-", "pat-eu2-", "pat-ap1-"), ...uuid()]),
  assigned("hubspot-api-key", "HubSpot API key", ["hubspot", "hapikey"], [...uuid()]),
]);
