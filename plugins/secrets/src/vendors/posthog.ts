import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://posthog.com/docs/api */
export const posthog: Vendor = vendor("PostHog", "https://posthog.com/docs/api", [
  token("posthog-personal-key", "PostHog personal API key", [either("phx_", "phs_"), alnum(43, 60)], { minEntropy: 3.5 }),
]);
