import { crc32 } from "node:zlib";

const digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

/** The CRC-32 of ASCII text in base 62, padded with `0` to `width`: how GitHub and npm end their tokens. */
export function crc32Base62(text: string, width: number): string {
  let rest = crc32(text);
  let written = "";
  while (rest > 0) {
    written = digits.charAt(rest % 62) + written;
    rest = Math.floor(rest / 62);
  }
  return written.padStart(width, "0");
}
