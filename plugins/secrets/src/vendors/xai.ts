import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.x.ai/docs/overview */
export const xai: Vendor = vendor("xAI", "https://docs.x.ai/docs/overview", [
  token("xai-api-key", "xAI API key", [either("xai-"), alnum(80)]),
]);
