import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://learn.hex.tech/docs/api-integrations/api/overview */
export const hexTech: Vendor = vendor("Hex", "https://learn.hex.tech/docs/api-integrations/api/overview", [
  token("hex-token", "Hex token", [either("hxtp_"), hex(64, 100)], { minEntropy: 3 }),
]);
