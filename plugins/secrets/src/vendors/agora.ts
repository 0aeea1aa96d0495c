import { assigned, type Vendor, vendor } from "../format.ts";
import { hex } from "../part.ts";

/** Source: https://docs.agora.io/en/video-calling/get-started/manage-agora-account */
export const agora: Vendor = vendor("Agora", "https://docs.agora.io/en/video-calling/get-started/manage-agora-account", [
  assigned("agora-certificate", "Agora app certificate", ["agora_app_certificate", "agora_certificate", "app_certificate"], [hex(32)], { minEntropy: 3 }),
]);
