import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://docs.n8n.io/api/authentication/ */
export const n8n: Vendor = vendor("n8n", "https://docs.n8n.io/api/authentication/", [
  token("n8n-api-key", "n8n API key", [either("n8n_api_"), hex(80, 160)], { minEntropy: 3 }),
]);
