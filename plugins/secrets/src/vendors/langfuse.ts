import { token, type Vendor, vendor } from "../format.ts";
import { either, uuid } from "../part.ts";

/** Source: https://langfuse.com/docs/api */
export const langfuse: Vendor = vendor("Langfuse", "https://langfuse.com/docs/api", [
  token("langfuse-secret-key", "Langfuse secret key", [either("sk-lf-"), ...uuid()]),
]);
