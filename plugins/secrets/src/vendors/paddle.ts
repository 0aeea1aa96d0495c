import { token, type Vendor, vendor } from "../format.ts";
import { alnum, base64, either, lowerAlnum } from "../part.ts";

/** Source: https://developer.paddle.com/api-reference/about/authentication */
export const paddle: Vendor = vendor("Paddle", "https://developer.paddle.com/api-reference/about/authentication", [
  token("paddle-api-key", "Paddle API key", [either("pdl_live_apikey_", "pdl_sdbx_apikey_"), lowerAlnum(26), either("_"), alnum(22), either("_"), alnum(3)]),
  token("paddle-webhook-secret", "Paddle webhook secret", [either("pdl_ntfset_"), alnum(26), either("_"), base64(32)], { after: "any" }),
]);
