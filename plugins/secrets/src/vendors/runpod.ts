import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.runpod.io/get-started/api-keys */
export const runpod: Vendor = vendor("RunPod", "https://docs.runpod.io/get-started/api-keys", [
  token("runpod-api-key", "RunPod API key", [either("rpa_"), alnum(40, 60)], { minEntropy: 3.5 }),
]);
