import { token, type Vendor, vendor } from "../format.ts";
import { either, uuid } from "../part.ts";

/** Source: https://developer.work.weixin.qq.com/document/path/91770 */
export const wecom: Vendor = vendor("WeCom", "https://developer.work.weixin.qq.com/document/path/91770", [
  token("wecom-webhook", "WeCom webhook URL", [either("qyapi.weixin.qq.com/cgi-bin/webhook/send?key="), ...uuid()], { confidence: "high" }),
]);
