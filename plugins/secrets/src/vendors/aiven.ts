import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://aiven.io/docs/platform/concepts/service-users */
export const aiven: Vendor = vendor("Aiven", "https://aiven.io/docs/platform/concepts/service-users", [
  token("aiven-service-password", "Aiven service password", [either("AVNS_"), base64url(19)], { minEntropy: 3 }),
]);
