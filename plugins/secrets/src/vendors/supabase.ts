import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either, hex } from "../part.ts";

/** Source: https://supabase.com/docs/guides/api/api-keys */
export const supabase: Vendor = vendor("Supabase", "https://supabase.com/docs/guides/api/api-keys", [
  token("supabase-access-token", "Supabase access token", [either("sbp_"), hex(40)]),
  token("supabase-secret-key", "Supabase secret key", [either("sb_secret_"), base64url(31)]),
]);
