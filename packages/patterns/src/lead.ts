import type { PatternRule } from "./pattern-rule.ts";

/** What every match of a rule has behind its keyword: at least so many characters of a class. */
export interface Lead {
  /** 1 for the bytes of the class. */
  readonly letters: Uint8Array;
  readonly least: number;
}

/** One text or several, then a counted class: `ghp_[0-9A-Za-z]{36}`, `(?:AKIA|ASIA)[A-Z2-7]{16}`. */
const counted = /^(?:\(\?:((?:[^()[\]{}*+?.\\^$]|\\.)+)\)|((?:[^()[\]{}*+?.\\^$|]|\\.)+))(\[(?:[^\]\\^]|\\.)+\])\{(\d+)/;

/**
 * Read off a pattern that is its keywords and then a class; `undefined` for any other. Words that begin like a token
 * (`path` like `pat…`) end before it would: to see that takes two bytes, where asking the engine takes a microsecond.
 */
export function leadOf({ keywords, pattern, ignoreCase = false }: PatternRule): Lead | undefined {
  const [, several, one, letters, least] = counted.exec(pattern) ?? [];
  if (ignoreCase || letters === undefined) return undefined;
  const texts = new Set((several?.split("|") ?? [one ?? ""]).map((text) => text.replaceAll(/\\(.)/g, "$1")));
  if (texts.size !== keywords.length || !keywords.every((keyword) => texts.has(keyword))) return undefined;
  const inClass = new RegExp(letters);
  return { letters: Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x80 && inClass.test(String.fromCharCode(byte)) ? 1 : 0)), least: Number(least) };
}

/** Whether what stands at `start` has the lead. */
export function leads(bytes: Uint8Array, start: number, { letters, least }: Lead): boolean {
  for (let at = 0; at < least; at++) if (letters[bytes[start + at] ?? 0] !== 1) return false;
  return true;
}
