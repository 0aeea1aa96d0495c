import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://appwrite.io/docs/advanced/platform/api-keys */
export const appwrite: Vendor = vendor("Appwrite", "https://appwrite.io/docs/advanced/platform/api-keys", [
  token("appwrite-api-key", "Appwrite API key", [either("standard_"), hex(128, 260)], { minEntropy: 3, reach: 600 }),
]);
