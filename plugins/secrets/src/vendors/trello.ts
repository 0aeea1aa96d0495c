import { assigned, token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/ */
export const trello: Vendor = vendor("Trello", "https://developer.atlassian.com/cloud/trello/guides/rest-api/authorization/", [
  token("trello-token", "Trello token", [either("ATTA"), hex(64, 72)]),
  assigned("trello-key", "Trello API key", ["trello_key", "trello_api", "trellokey"], [hex(32)]),
]);
