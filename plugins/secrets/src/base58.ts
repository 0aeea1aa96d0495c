import { createHash } from "node:crypto";
import { alphabets } from "./alphabet.ts";

const { characters } = alphabets.base58;

/** Whether a text is Base58Check: its last four bytes begin the double SHA-256 of those before (https://en.bitcoin.it/wiki/Base58Check_encoding). */
export function isBase58Check(text: string): boolean {
  const bytes = decode(text);
  return bytes !== undefined && bytes.length > 4 && checksum(bytes.subarray(0, -4)).equals(bytes.subarray(-4));
}

export function toBase58Check(payload: Buffer): string {
  const bytes = Buffer.concat([payload, checksum(payload)]);
  let rest = BigInt(`0x${bytes.toString("hex")}`);
  let text = "";
  for (; rest > 0n; rest /= 58n) text = characters.charAt(Number(rest % 58n)) + text;
  return "1".repeat(leading(bytes)) + text;
}

function decode(text: string): Buffer | undefined {
  let value = 0n;
  for (const character of text) {
    const digit = characters.indexOf(character);
    if (digit === -1) return undefined;
    value = value * 58n + BigInt(digit);
  }
  const hex = value.toString(16);
  const zeros = text.length - text.replace(/^1+/, "").length;
  return Buffer.concat([Buffer.alloc(zeros), Buffer.from(hex.length % 2 === 0 ? hex : `0${hex}`, "hex")]);
}

function leading(bytes: Buffer): number {
  const first = bytes.findIndex((byte) => byte !== 0);
  return first === -1 ? bytes.length : first;
}

function checksum(bytes: Buffer): Buffer {
  const once = createHash("sha256").update(bytes).digest();
  return createHash("sha256").update(once).digest().subarray(0, 4);
}
