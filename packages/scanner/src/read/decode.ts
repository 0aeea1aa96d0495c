/** PEP 263: in the first two lines, in a comment. */
const codingLine = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;
const head = 400;

/**
 * The text of a file's bytes: by its byte order mark (UTF-8, UTF-16), then by a PEP 263 coding line, then UTF-8.
 * Bytes that are invalid become U+FFFD, so that nothing is ever thrown; the mark itself is no part of the text.
 */
export function decode(bytes: Buffer): string {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return bytes.toString("utf8", 3);
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return bytes.toString("utf16le", 2);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const label = codingOf(bytes);
  if (label === undefined || isUtf8(label)) return bytes.toString("utf8");
  // The web's `latin1` is windows-1252; Python's is not.
  if (/^(?:latin-?1|iso-?8859-?1|l1)$/.test(label)) return bytes.toString("latin1");
  try {
    return new TextDecoder(label.replace(/^cp(\d+)$/, "windows-$1")).decode(bytes);
  } catch {
    // A coding that the platform does not know: what is ASCII in it still reads right.
    return bytes.toString("utf8");
  }
}

function codingOf(bytes: Buffer): string | undefined {
  const [first = "", second = ""] = bytes.toString("latin1", 0, head).split(/\r\n|\r|\n/, 2);
  const match = codingLine.exec(first) ?? (/^[ \t\f]*(?:#.*)?$/.test(first) ? codingLine.exec(second) : null);
  return match?.[1]?.toLowerCase().replaceAll("_", "-");
}

function isUtf8(label: string): boolean {
  return /^(?:utf-?8(?:-.*)?|ascii|us-ascii|u8)$/.test(label);
}
