import { token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** Source: https://console.groq.com/docs/quickstart */
export const groq: Vendor = vendor("Groq", "https://console.groq.com/docs/quickstart", [
  token("groq-api-key", "Groq API key", [either("gsk_"), alnum(52)]),
]);
