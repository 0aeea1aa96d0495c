import { token, type Vendor, vendor } from "../format.ts";
import { either, hex } from "../part.ts";

/** Source: https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key */
export const langsmith: Vendor = vendor("LangSmith", "https://docs.smith.langchain.com/administration/how_to_guides/organization_management/create_account_api_key", [
  token("langsmith-key", "LangSmith API key", [either("lsv2_pt_", "lsv2_sk_"), hex(32), either("_"), hex(10)]),
]);
