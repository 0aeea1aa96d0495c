import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.perplexity.ai/guides/getting-started */
export const perplexity: Vendor = vendor("Perplexity", "https://docs.perplexity.ai/guides/getting-started", [
  token("perplexity-api-key", "Perplexity API key", [either("pplx-"), alnum(48, 56)]),
]);
