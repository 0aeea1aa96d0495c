import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://docs.together.ai/docs/quickstart */
export const together: Vendor = vendor("Together AI", "https://docs.together.ai/docs/quickstart", [
  token("together-api-key", "Together AI API key", [either("tgp_v1_"), base64url(43)]),
]);
