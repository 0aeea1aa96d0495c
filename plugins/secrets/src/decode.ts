import { isUtf8 } from "node:buffer";

/** How a text may be written a second time, over the document's own. */
export type Encoding = "base64" | "hex" | "percent" | "escapes";

/** How far a window reaches from the mark that was seen in it; what lies beyond is not looked at. */
const reachBefore = 4 * 1024;
const reachAfter = 60 * 1024;
/** Text this short holds no secret with a name beside it. */
const shortest = 8;

const alphabets: Readonly<Record<Encoding, Uint8Array>> = {
  base64: alphabetOf(/[A-Za-z0-9+/_-]/),
  hex: alphabetOf(/[A-Fa-f0-9]/),
  percent: alphabetOf(/[A-Za-z0-9%_.~+*-]/),
  escapes: alphabetOf(/[\x21\x23-\x26\x28-\x5f\x61-\x7e]/),
};

function alphabetOf(characters: RegExp): Uint8Array {
  return Uint8Array.from({ length: 256 }, (_, byte) => (characters.test(String.fromCharCode(byte)) ? 1 : 0));
}

/** A stretch of encoded text, in bytes, and what it says. */
export interface Window {
  readonly start: number;
  readonly end: number;
  readonly says: Buffer;
}

/** Decodes what surrounds the mark at `[start, end)`; `undefined` where that is no text. */
export function decodeAround(bytes: Buffer, start: number, end: number, encoding: Encoding): Window | undefined {
  const letters = alphabets[encoding];
  let from = start;
  while (from > 0 && start - from < reachBefore && letters[bytes[from - 1] ?? 0] === 1) from--;
  let to = end;
  while (to < bytes.length && to - end < reachAfter && letters[bytes[to] ?? 0] === 1) to++;
  // What stands before base64 without a space, a path or a name, puts it out of step.
  const steps = encoding === "base64" ? [0, 1, 2, 3] : encoding === "hex" ? [0, 1] : [0];
  for (const step of steps) {
    const at = Math.min(from + step, start);
    const says = decodeAs(bytes.toString("latin1", at, to), encoding);
    if (says.length >= shortest && isText(says)) return { start: at, end: to, says };
  }
  return undefined;
}

function decodeAs(window: string, encoding: Encoding): Buffer {
  switch (encoding) {
    case "base64":
      // Node reads both alphabets, with padding or without.
      return wholeCharacters(Buffer.from(window, "base64"));
    case "hex":
      return Buffer.from(window.slice(0, window.length - (window.length % 2)), "hex");
    case "percent":
      return Buffer.from(window.replaceAll(/%([0-7][0-9A-Fa-f])/g, unescaped), "utf8");
    case "escapes":
      return Buffer.from(window.replaceAll(/\\(?:u00|u\{0{0,4}|x)([0-7][0-9A-Fa-f])\}?/g, unescaped), "utf8");
    default:
      return encoding satisfies never;
  }
}

function unescaped(_: string, code: string): string {
  return String.fromCharCode(Number.parseInt(code, 16));
}

/** A window that was cut may end inside a character. */
function wholeCharacters(bytes: Buffer): Buffer {
  for (let cut = 0; cut < 4 && cut < bytes.length; cut++) if (isUtf8(bytes.subarray(0, bytes.length - cut))) return bytes.subarray(0, bytes.length - cut);
  return bytes;
}

/** UTF-8 without control characters other than those of lines. */
function isText(bytes: Buffer): boolean {
  if (!isUtf8(bytes)) return false;
  for (const byte of bytes) if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d) return false;
  return true;
}
