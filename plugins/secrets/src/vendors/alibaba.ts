import { assigned, token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair */
export const alibaba: Vendor = vendor("Alibaba Cloud", "https://www.alibabacloud.com/help/en/ram/user-guide/create-an-accesskey-pair", [
  token("alibaba-access-key-id", "Alibaba Cloud AccessKey id", [either("LTAI"), alnum(12, 20)]),
  assigned("alibaba-access-key-secret", "Alibaba Cloud AccessKey secret", ["aliyun", "alibaba", "alicloud", "accesskeysecret", "access_key_secret"], [alnum(30)], { minEntropy: 3.5 }),
]);
