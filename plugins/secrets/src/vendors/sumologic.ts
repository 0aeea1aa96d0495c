import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://help.sumologic.com/docs/manage/security/access-keys/ */
export const sumologic: Vendor = vendor("Sumo Logic", "https://help.sumologic.com/docs/manage/security/access-keys/", [
  assigned("sumologic-access-key", "Sumo Logic access key", ["sumo_access", "sumologic", "sumo_logic", "sumo-logic"], [alnum(64)], { minEntropy: 3.5 }),
]);
