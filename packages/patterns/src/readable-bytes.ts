import { isUtf8 } from "node:buffer";

export type Readable =
  | { readonly kind: "text"; readonly bytes: Buffer }
  /** A NUL among the first 8,000 bytes, as git tells binary files. */
  | { readonly kind: "binary" };

/**
 * The bytes as patterns may read them: valid UTF-8, so that both engines see the same characters. UTF-16 is decoded by
 * its byte order mark. In a file that is not valid UTF-8 every byte over 0x7F becomes the control byte 0x1A: offsets stay,
 * and what is ASCII (every token format is) stays readable.
 */
export function readableBytes(bytes: Buffer): Readable {
  if (bytes.length >= 2 && bytes[0] === 0xff && bytes[1] === 0xfe) return { kind: "text", bytes: Buffer.from(bytes.toString("utf16le", 2), "utf8") };
  if (bytes.length >= 2 && bytes[0] === 0xfe && bytes[1] === 0xff) {
    const whole = bytes.subarray(2, bytes.length - (bytes.length % 2));
    return { kind: "text", bytes: Buffer.from(Buffer.from(whole).swap16().toString("utf16le"), "utf8") };
  }
  if (bytes.subarray(0, 8000).includes(0)) return { kind: "binary" };
  if (isUtf8(bytes)) return { kind: "text", bytes };
  const copy = Buffer.from(bytes);
  for (let at = 0; at < copy.length; at++) if (copy[at]! > 0x7f) copy[at] = 0x1a;
  return { kind: "text", bytes: copy };
}
