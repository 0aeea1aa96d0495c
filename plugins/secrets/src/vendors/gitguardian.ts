import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://docs.gitguardian.com/api-docs/authentication */
export const gitguardian: Vendor = vendor("GitGuardian", "https://docs.gitguardian.com/api-docs/authentication", [
  assigned("gitguardian-token", "GitGuardian API token", ["gitguardian", "gg_api_key"], [alnum(70)], { minEntropy: 3.5 }),
]);
