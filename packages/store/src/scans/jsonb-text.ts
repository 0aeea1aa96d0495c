/**
 * JSON as Postgres keeps it. Two things that JSON can say are none of `jsonb`: a NUL, and half of a surrogate pair. Code
 * that is scanned may hold either, in a path say; they are shown as what stands for them (U+2400, U+FFFD). The result
 * itself is kept byte for byte.
 */
export function jsonbText(value: unknown): string {
  const text = JSON.stringify(value);
  return /\\u(?:0000|d[89a-f])/u.test(text) ? JSON.stringify(value, (_, member: unknown) => (typeof member === "string" ? member.replaceAll("\0", "\u2400").toWellFormed() : member)) : text;
}
