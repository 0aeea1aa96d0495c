import type { PatternRule } from "./pattern-rule.ts";

/** At least so many characters of a class in a row: what every match of a rule has right behind its keyword, or further on. */
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
  return { letters: lettersOf(letters), least: Number(least) };
}

/** What a rule says that each of its matches holds; `undefined` for a rule that says nothing. */
export function heldBy({ holds }: PatternRule): Lead | undefined {
  return holds === undefined ? undefined : { letters: lettersOf(holds.class), least: holds.least };
}

/** A table of the ASCII characters of a class. */
function lettersOf(characters: string): Uint8Array {
  const inClass = new RegExp(characters);
  return Uint8Array.from({ length: 256 }, (_, byte) => (byte < 0x80 && inClass.test(String.fromCharCode(byte)) ? 1 : 0));
}

/** Whether what stands at `start` has the lead. */
export function leads(bytes: Uint8Array, start: number, { letters, least }: Lead): boolean {
  for (let at = 0; at < least; at++) if (letters[bytes[start + at] ?? 0] !== 1) return false;
  return true;
}

/** Whether a stretch that is wanted lies in `[from, to)`. Most bytes are not looked at: one that is no such character rules out all stretches over it. */
export function isHeld(bytes: Uint8Array, from: number, to: number, { letters, least }: Lead): boolean {
  const end = Math.min(to, bytes.length);
  for (let start = from; start + least <= end; ) {
    let at = start + least - 1;
    while (at >= start && letters[bytes[at]!] === 1) at--;
    if (at < start) return true;
    start = at + 1;
  }
  return false;
}
