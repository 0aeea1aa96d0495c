import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://www.tencentcloud.com/document/product/598/32675 */
export const tencent: Vendor = vendor("Tencent Cloud", "https://www.tencentcloud.com/document/product/598/32675", [
  token("tencent-secret-id", "Tencent Cloud secret id", [either("AKID"), alnum(32)], { minEntropy: 3.5 }),
]);
