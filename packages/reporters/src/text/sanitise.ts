/*
 * What a terminal acts on instead of showing it, and what reorders or hides text: C0 and C1 controls (escape sequences
 * start with one), bidirectional controls (Unicode UAX #9), zero-width and invisible characters, line separators, tag
 * characters, and halves of surrogate pairs.
 */
const unsafe =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]|\p{Surrogate}/gu;

/** Most texts are this, and need no closer look. */
const plain = /^[ -~]*$/;

/**
 * Makes text of a scanned repository safe to print: what would act on a terminal, or hide from its reader, is written
 * out as `\x1b` or `\u{202e}`. The result is one line.
 */
export function sanitise(text: string): string {
  if (plain.test(text)) return text;
  return text.replace(unsafe, (character) => {
    if (character === "\n" || character === "\t") return " ";
    const code = character.codePointAt(0) ?? 0;
    return code < 0x100 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u{${code.toString(16)}}`;
  });
}

/** The same value with every text in it made safe to print. Keys are the program's own and stay. */
export function sanitiseDeep<T>(value: T): T;
export function sanitiseDeep(value: unknown): unknown {
  if (typeof value === "string") return sanitise(value);
  if (Array.isArray(value)) return value.map((item: unknown) => sanitiseDeep(item));
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, unknown> = { ...value };
  for (const key in copy) copy[key] = sanitiseDeep(copy[key]);
  return copy;
}
