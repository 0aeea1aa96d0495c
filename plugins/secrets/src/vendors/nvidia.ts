import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://docs.nvidia.com/ngc/latest/ngc-user-guide.html */
export const nvidia: Vendor = vendor("NVIDIA", "https://docs.nvidia.com/ngc/latest/ngc-user-guide.html", [
  token("nvidia-api-key", "NVIDIA API key", [either("nvapi-"), base64url(60, 70)]),
]);
