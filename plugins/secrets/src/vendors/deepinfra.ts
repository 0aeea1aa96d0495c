import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://deepinfra.com/docs/getting-started */
export const deepinfra: Vendor = vendor("DeepInfra", "https://deepinfra.com/docs/getting-started", [
  assigned("deepinfra-api-key", "DeepInfra API key", ["deepinfra", "deep_infra"], [alnum(32)], { minEntropy: 3.5 }),
]);
