import { assigned, token, type Vendor, vendor } from "../format.ts";
import { alnum, digits, either } from "../part.ts";

/** Source: https://developers.notion.com/docs/authorization */
export const notion: Vendor = vendor("Notion", "https://developers.notion.com/docs/authorization", [
  token("notion-token", "Notion integration token", [either("ntn_"), digits(11), alnum(35)]),
  token("notion-internal-secret", "Notion integration secret", [either("secret_"), alnum(43)], { confidence: "medium", minEntropy: 4 }),
  assigned("notion-legacy-token", "Notion integration token of the first generation", ["notion"], [either("secret_"), alnum(43)]),
]);
