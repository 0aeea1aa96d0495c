import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://developers.llamaindex.ai/python/cloud/api_key/ */
export const llamacloud: Vendor = vendor("LlamaCloud", "https://developers.llamaindex.ai/python/cloud/api_key/", [
  token("llamacloud-api-key", "LlamaCloud API key", [either("llx-"), alnum(40, 56)], { minEntropy: 3.5 }),
]);
