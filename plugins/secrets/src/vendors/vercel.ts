import { assigned, token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Personal, integration, app, refresh and gateway tokens. */
const tokens = token("vercel-token", "Vercel token", [either("vcp_", "vci_", "vca_", "vcr_", "vck_"), alnum(24, 80)]);

/** Source: https://vercel.com/docs/rest-api#authentication */
export const vercel: Vendor = vendor("Vercel", "https://vercel.com/docs/rest-api#authentication", [
  tokens,
  assigned("vercel-legacy-token", "Vercel token of the first generation", ["vercel_token", "vercel-token", "verceltoken"], [alnum(24)], { minEntropy: 3.5 }),
  token("vercel-blob-token", "Vercel Blob token", [either("vercel_blob_rw_"), alnum(16), either("_"), alnum(30, 40)]),
]);
