import { type Format, token, type Vendor, vendor } from "../format.ts";
import { alnum, either } from "../part.ts";

/** `T3BlbkFJ`, the middle of every key, is "OpenAI" in base64. */
const apiKey: Format = {
  ...token("openai-api-key", "OpenAI API key", [either("sk-"), alnum(20), either("T3BlbkFJ"), alnum(20)]),
  pattern: "sk-(?:proj-|svcacct-|service-|admin-|None-)?[A-Za-z0-9_-]{20,100}T3BlbkFJ[A-Za-z0-9_-]{20,100}",
};

/** Source: https://platform.openai.com/docs/api-reference/authentication */
export const openai: Vendor = vendor("OpenAI", "https://platform.openai.com/docs/api-reference/authentication", [
  apiKey,
  token("openai-session-token", "OpenAI session token", [either("sess-"), alnum(40)], { minEntropy: 3.5 }),
]);
