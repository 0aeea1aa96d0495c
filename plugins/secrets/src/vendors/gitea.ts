import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://docs.gitea.com/development/api-usage */
export const gitea: Vendor = vendor("Gitea", "https://docs.gitea.com/development/api-usage", [
  assigned("gitea-token", "Gitea access token", ["gitea", "forgejo"], [hex(40)]),
]);
