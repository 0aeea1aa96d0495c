import { token, type Vendor, vendor } from "../format.ts";
import { base64url, either } from "../part.ts";

/** Source: https://docs.socket.dev/reference/authentication */
export const socket: Vendor = vendor("Socket", "https://docs.socket.dev/reference/authentication", [
  token("socket-api-token", "Socket API token", [either("sktsec_"), base64url(36, 60)], { minEntropy: 3.5 }),
]);
