import { assigned, token, type Vendor, vendor } from "../format.ts";
import { base64url, either, hex, upperAlnum, uuid } from "../part.ts";

/** Source: https://support.pagerduty.com/main/docs/api-access-keys */
export const pagerduty: Vendor = vendor("PagerDuty", "https://support.pagerduty.com/main/docs/api-access-keys", [
  token("pagerduty-oauth-token", "PagerDuty OAuth token", [either("pdus+_", "pdeu+_"), upperAlnum(8), either("_"), ...uuid()]),
  assigned("pagerduty-api-key", "PagerDuty API key", ["pagerduty", "pager_duty", "pd_token"], [either("u+", "y_", "u_", "e+"), base64url(18)], { minEntropy: 3 }),
  assigned("pagerduty-integration-key", "PagerDuty integration key", ["pagerduty", "pager_duty", "pd_routing_key"], [hex(32)], { minEntropy: 3 }),
  token("pagerduty-integration-url", "PagerDuty integration URL", [either("events.pagerduty.com/integration/", "events.eu.pagerduty.com/integration/"), hex(32)], { minEntropy: 3, before: "any" }),
]);
