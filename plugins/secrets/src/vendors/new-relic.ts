import { assigned, token, type Vendor, vendor } from "../format.ts";
import { base64url, either, hex, upperAlnum } from "../part.ts";

/** Source: https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/ */
export const newRelic: Vendor = vendor("New Relic", "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/", [
  token("new-relic-user-key", "New Relic user key", [either("NRAK-"), upperAlnum(27)]),
  token("new-relic-insert-key", "New Relic insert key", [either("NRII-"), base64url(32)]),
  token("new-relic-admin-key", "New Relic admin key", [either("NRAA-", "NRRA-"), hex(27, 42)]),
  assigned("new-relic-licence-key", "New Relic licence key", ["new_relic", "newrelic"], [hex(36), either("NRAL")]),
]);
