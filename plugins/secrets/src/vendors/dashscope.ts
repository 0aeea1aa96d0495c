import { assigned, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://www.alibabacloud.com/help/en/model-studio/get-api-key */
export const dashscope: Vendor = vendor("Alibaba Model Studio", "https://www.alibabacloud.com/help/en/model-studio/get-api-key", [
  assigned("dashscope-api-key", "DashScope API key", ["dashscope", "qwen", "bailian"], [either("sk-"), hex(32)], { minEntropy: 3 }),
]);
