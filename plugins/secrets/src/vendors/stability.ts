import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://platform.stability.ai/docs/api-reference */
export const stability: Vendor = vendor("Stability AI", "https://platform.stability.ai/docs/api-reference", [
  assigned("stability-api-key", "Stability AI API key", ["stability"], [either("sk-"), alnum(48)]),
]);
