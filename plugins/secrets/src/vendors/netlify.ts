import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://docs.netlify.com/api/get-started/ */
export const netlify: Vendor = vendor("Netlify", "https://docs.netlify.com/api/get-started/", [
  token("netlify-token", "Netlify personal access token", [either("nfp_", "nfc_", "nfo_", "nfu_", "nfb_"), alnum(36, 40)]),
]);
