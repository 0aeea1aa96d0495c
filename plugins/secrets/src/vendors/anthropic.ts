import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://docs.anthropic.com/en/api/admin-api/apikeys/get-api-key */
export const anthropic: Vendor = vendor("Anthropic", "https://docs.anthropic.com/en/api/admin-api/apikeys/get-api-key", [
  token("anthropic-api-key", "Anthropic API key", [either("sk-ant-api03-", "sk-ant-api04-", "sk-ant-admin01-", "sk-ant-oat01-", "sk-ant-ort01-", "sk-ant-sid01-", "sk-ant-sid02-"), base64url(80, 120)]),
]);
