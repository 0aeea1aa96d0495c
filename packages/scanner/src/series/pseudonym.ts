import { createHmac } from "node:crypto";

/** Who is the same person is seen, who that is is not: a hash of an address under a key (hexadecimal). */
export function pseudonym(address: string, key: string): string {
  return createHmac("sha256", Buffer.from(key, "hex")).update(`author ${address.trim().toLowerCase()}`).digest("hex").slice(0, 12);
}
