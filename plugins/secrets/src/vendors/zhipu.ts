import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum, either, hex } from "../part.ts";

/** Source: https://docs.bigmodel.cn/cn/api/introduction */
export const zhipu: Vendor = vendor("Zhipu AI", "https://docs.bigmodel.cn/cn/api/introduction", [
  assigned("zhipu-api-key", "Zhipu AI API key", ["zhipu", "bigmodel", "zai_api_key", "glm_api_key"], [hex(32), either("."), alnum(16)], { minEntropy: 3.5 }),
]);
