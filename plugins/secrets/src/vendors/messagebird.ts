import { assigned, type Vendor, vendor } from "../format.ts";
import { alnum } from "../part.ts";

/** Source: https://developers.messagebird.com/api/ */
export const messagebird: Vendor = vendor("MessageBird", "https://developers.messagebird.com/api/", [
  assigned("messagebird-api-key", "MessageBird API key", ["messagebird", "message_bird"], [alnum(25)], { minEntropy: 3.5 }),
]);
