import { token, type Vendor, vendor } from "../format.ts";
import { either, uuid } from "../part.ts";

/** Source: https://open.larksuite.com/document/client-docs/bot-v3/add-custom-bot */
export const lark: Vendor = vendor("Lark", "https://open.larksuite.com/document/client-docs/bot-v3/add-custom-bot", [
  token("lark-webhook", "Lark webhook URL", [either("open.feishu.cn/open-apis/bot/v2/hook/", "open.larksuite.com/open-apis/bot/v2/hook/"), ...uuid()], { confidence: "high" }),
]);
