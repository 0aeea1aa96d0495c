import { isUtf8 } from "node:buffer";

export type Readable =
  | { readonly kind: "text"; readonly bytes: Buffer }
  /** A NUL among the first 8,000 bytes, as git tells binary files. */
  | { readonly kind: "binary" };

/**
 * The bytes as patterns may read them: valid UTF-8, so that both engines see the same characters. UTF-16 is decoded by
 * its byte order mark, or where every second byte of the beginning is NUL, as in Western text without a mark. In a file
 * that is not valid UTF-8 every byte over 0x7F becomes the control byte 0x1A: offsets stay, and what is ASCII (every token
 * format is) stays readable.
 */
export function readableBytes(bytes: Buffer): Readable {
  const zero = bytes.subarray(0, beginning).indexOf(0);
  switch (utf16Of(bytes, zero)) {
    case "little":
      return { kind: "text", bytes: Buffer.from(withoutMark(bytes.toString("utf16le")), "utf8") };
    case "big":
      return { kind: "text", bytes: Buffer.from(withoutMark(Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16().toString("utf16le")), "utf8") };
    case undefined:
  }
  if (zero !== -1) return { kind: "binary" };
  if (isUtf8(bytes)) return { kind: "text", bytes };
  const copy = Buffer.from(bytes);
  for (let at = 0; at < copy.length; at++) if (copy[at]! > 0x7f) copy[at] = 0x1a;
  return { kind: "text", bytes: copy };
}

/** Where git looks for a NUL. */
const beginning = 8000;
const sample = 512;

/** In which order of bytes a text is UTF-16. `zero`: where its first NUL is, -1 for nowhere near. */
function utf16Of(bytes: Buffer, zero: number): "little" | "big" | undefined {
  if (bytes.length < 2) return undefined;
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "little";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "big";
  const pairs = Math.min(sample, bytes.length) >> 1;
  if (pairs < 8 || zero === -1 || zero >= 2 * pairs) return undefined;
  const zeros = [0, 0];
  for (let at = 0; at < 2 * pairs; at++) if (bytes[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (even === 0 && odd >= pairs * 0.9) return "little";
  return odd === 0 && even >= pairs * 0.9 ? "big" : undefined;
}

function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
