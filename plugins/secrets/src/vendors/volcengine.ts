import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://www.volcengine.com/docs/6291/65568 */
export const volcengine: Vendor = vendor("Volcano Engine", "https://www.volcengine.com/docs/6291/65568", [
  token("volcengine-access-key", "Volcano Engine access key id", [either("AKLT"), alnum(40, 64)], { minEntropy: 3.5 }),
]);
