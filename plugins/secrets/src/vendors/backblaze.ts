import { token, type Vendor, vendor } from "../format.ts";
import { base64, either } from "../part.ts";

/** Source: https://www.backblaze.com/docs/cloud-storage-application-keys */
export const backblaze: Vendor = vendor("Backblaze B2", "https://www.backblaze.com/docs/cloud-storage-application-keys", [
  token("backblaze-application-key", "Backblaze application key", [either("K001", "K002", "K003", "K004", "K005"), base64(27)], { minEntropy: 3.5 }),
]);
