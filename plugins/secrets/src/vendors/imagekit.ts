import { token, type Vendor, vendor } from "../format.ts";
import { base64, either } from "../part.ts";

/** Source: https://imagekit.io/docs/api-keys */
export const imagekit: Vendor = vendor("ImageKit", "https://imagekit.io/docs/api-keys", [
  token("imagekit-private-key", "ImageKit private key", [either("private_"), base64(27), either("=")], { after: "any", minEntropy: 3.5 }),
]);
