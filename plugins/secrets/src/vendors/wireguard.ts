import { assigned, type Vendor, vendor } from "../format.ts";
import { base64, either } from "../part.ts";

/** Source: https://www.wireguard.com/quickstart/ */
export const wireguard: Vendor = vendor("WireGuard", "https://www.wireguard.com/quickstart/", [
  assigned("wireguard-key", "WireGuard key", ["PrivateKey", "PresharedKey"], [base64(43), either("=")], { kind: "private-key", minEntropy: 3.5, after: "any" }),
]);
