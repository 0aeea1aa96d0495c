import { assigned, type Format, token, type Vendor, vendor } from "../format.ts";
import { base64url, either, hex, sampleOf, upperAlnum } from "../part.ts";

/** Forty characters of which the last four say so; those of a region begin with it. */
const licence: Format = {
  id: "new-relic-licence",
  title: "New Relic licence key",
  kind: "provider-token",
  confidence: "high",
  keywords: ["NRAL"],
  pattern: "(?:[0-9a-f]{36}|[a-z]{2}[0-9x]{4}[0-9a-f]{30}|[a-z]{2}[0-9]{2}xx[0-9a-f]{26,30}F{0,4})NRAL",
  scope: "lines",
  shown: 0,
  minEntropy: 3,
  examples: () => {
    const secret = `${sampleOf([hex(36)])}NRAL`;
    return [{ text: `licence = "${secret}"\n`, secret }];
  },
};

/** Source: https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/ */
export const newRelic: Vendor = vendor("New Relic", "https://docs.newrelic.com/docs/apis/intro-apis/new-relic-api-keys/", [
  token("new-relic-user-key", "New Relic user key", [either("NRAK-"), upperAlnum(27)]),
  token("new-relic-insert-key", "New Relic insert key", [either("NRII-"), base64url(32)]),
  token("new-relic-admin-key", "New Relic admin key", [either("NRAA-", "NRRA-"), hex(27, 42)]),
  token("new-relic-query-key", "New Relic query key", [either("NRIQ-"), base64url(32)]),
  token("new-relic-browser-key", "New Relic browser key", [either("NRJS-"), hex(19)], { confidence: "medium" }),
  licence,
  assigned("new-relic-licence-key", "New Relic licence key", ["new_relic", "newrelic"], [hex(36), either("NRAL")]),
]);
