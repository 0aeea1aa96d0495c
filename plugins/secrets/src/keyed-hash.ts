import { createHmac, type KeyObject } from "node:crypto";

/**
 * Identifies a value without telling it: HMAC-SHA-256 (RFC 2104), its first 128 bits in hexadecimal. With the published
 * default key a short password could be found by trying; an installation's own key prevents that.
 */
export function keyedHash(value: string, key: KeyObject): string {
  return createHmac("sha256", key).update(value, "utf8").digest("hex").slice(0, 32);
}
