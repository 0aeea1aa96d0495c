import { token, type Vendor, vendor } from "../format.ts";
import { either, uuid } from "../part.ts";

/** Source: https://context7.com/docs/howto/api-keys */
export const context7: Vendor = vendor("Context7", "https://context7.com/docs/howto/api-keys", [
  token("context7-api-key", "Context7 API key", [either("ctx7sk-"), ...uuid()]),
]);
