import { assigned, token, type Vendor, vendor } from "../format.ts";
import { alnum, either, hex } from "../part.ts";

/** Begins with the token's id and carries its own secret after a dot. */
const airtablePersonalToken = token("airtable-personal-token", "Airtable personal access token", [either("pat"), alnum(14), either("."), hex(64)]);

/** Source: https://airtable.com/developers/web/guides/personal-access-tokens */
export const airtable: Vendor = vendor("Airtable", "https://airtable.com/developers/web/guides/personal-access-tokens", [
  airtablePersonalToken,
  assigned("airtable-api-key", "Airtable API key", ["airtable"], [either("key"), alnum(14)]),
]);
