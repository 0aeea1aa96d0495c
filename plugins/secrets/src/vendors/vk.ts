import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://dev.vk.com/en/api/access-token/getting-started */
export const vk: Vendor = vendor("VK", "https://dev.vk.com/en/api/access-token/getting-started", [
  token("vk-token", "VK access token", [either("vk1.a."), base64url(80, 190)], { minEntropy: 3.5 }),
]);
