import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://platform.moonshot.ai/docs/introduction */
export const moonshot: Vendor = vendor("Moonshot AI", "https://platform.moonshot.ai/docs/introduction", [
  assigned("moonshot-api-key", "Moonshot AI API key", ["moonshot", "kimi"], [either("sk-"), alnum(48)], { minEntropy: 3.5 }),
]);
