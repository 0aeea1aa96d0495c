import { assigned, token, type Vendor, vendor } from "../format.ts";
import { base64, either } from "../part.ts";

/** Source: https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html */
export const confluent: Vendor = vendor("Confluent", "https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html", [
  token("confluent-api-secret", "Confluent Cloud API secret", [either("cflt"), base64(60)]),
  assigned("confluent-legacy-secret", "Confluent Cloud API secret of the first generation", ["confluent"], [base64(64)], { minEntropy: 4 }),
]);
