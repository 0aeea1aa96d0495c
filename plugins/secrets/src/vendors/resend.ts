import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://resend.com/docs/dashboard/api-keys/introduction */
export const resend: Vendor = vendor("Resend", "https://resend.com/docs/dashboard/api-keys/introduction", [
  token("resend-api-key", "Resend API key", [either("re_"), alnum(8), either("_"), alnum(24)]),
]);
