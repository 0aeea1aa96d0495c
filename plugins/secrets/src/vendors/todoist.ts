import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://developer.todoist.com/api/v1/ */
export const todoist: Vendor = vendor("Todoist", "https://developer.todoist.com/api/v1/", [
  assigned("todoist-token", "Todoist API token", ["todoist"], [hex(40)], { minEntropy: 3 }),
]);
