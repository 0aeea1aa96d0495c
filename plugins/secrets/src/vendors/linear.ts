import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://linear.app/developers/graphql */
export const linear: Vendor = vendor("Linear", "https://linear.app/developers/graphql", [
  token("linear-api-key", "Linear API key", [either("lin_api_", "lin_oauth_"), alnum(40, 64)]),
  token("linear-webhook-secret", "Linear webhook secret", [either("lin_wh_"), alnum(32, 64)]),
]);
