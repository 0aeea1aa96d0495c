import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://docs.mercury.com/docs/getting-started */
export const mercury: Vendor = vendor("Mercury", "https://docs.mercury.com/docs/getting-started", [
  token("mercury-token", "Mercury API token", [either("mercury_production_", "mercury_sandbox_"), base64url(40, 120)], { minEntropy: 3.5 }),
]);
