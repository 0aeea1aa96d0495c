import { type Alphabet, alphabets } from "./alphabet.ts";

/** A stretch of a token: fixed text (one of several), or a run of characters. */
export type Part =
  | { readonly kind: "text"; readonly texts: readonly string[] }
  | { readonly kind: "run"; readonly alphabet: Alphabet; readonly least: number; readonly most: number };

/** One of these texts. */
export function either(...texts: readonly string[]): Part {
  return { kind: "text", texts };
}

function run(alphabet: Alphabet): (least: number, most?: number) => Part {
  return (least, most = least) => ({ kind: "run", alphabet, least, most });
}

/** Runs by alphabet: `alnum(36)`, or `base64url(80, 120)` for 80 to 120 characters. */
export const digits: (least: number, most?: number) => Part = run(alphabets.digits);
export const hex: (least: number, most?: number) => Part = run(alphabets.hex);
export const hexAnyCase: (least: number, most?: number) => Part = run(alphabets.hexAnyCase);
export const lowerAlnum: (least: number, most?: number) => Part = run(alphabets.lowerAlnum);
export const upperAlnum: (least: number, most?: number) => Part = run(alphabets.upperAlnum);
export const letters: (least: number, most?: number) => Part = run(alphabets.letters);
export const alnum: (least: number, most?: number) => Part = run(alphabets.alnum);
export const word: (least: number, most?: number) => Part = run(alphabets.word);
export const base64: (least: number, most?: number) => Part = run(alphabets.base64);
export const base58: (least: number, most?: number) => Part = run(alphabets.base58);
export const base64url: (least: number, most?: number) => Part = run(alphabets.base64url);

/** A UUID in lower case: five parts for a token's list. */
export function uuid(): readonly Part[] {
  return [hexAnyCase(8), either("-"), hexAnyCase(4), either("-"), hexAnyCase(4), either("-"), hexAnyCase(4), either("-"), hexAnyCase(12)];
}

/** The parts as an RE2 pattern. */
export function patternOf(parts: readonly Part[]): string {
  return parts.map(partPattern).join("");
}

/** RE2 unrolls counted repeats; where an upper bound is this far off, the reach of the rule bounds the match instead. */
const longRun = 200;

function partPattern(part: Part): string {
  switch (part.kind) {
    case "text":
      return part.texts.length === 1 ? escapePattern(part.texts[0] ?? "") : `(?:${part.texts.map(escapePattern).join("|")})`;
    case "run":
      return `${part.alphabet.class}{${part.least === part.most ? part.least : `${part.least},${part.most < longRun ? part.most : ""}`}}`;
    default:
      return part satisfies never;
  }
}

export function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/**
 * A well-formed value that nobody was ever given: each run is drawn from its alphabet by a fixed sequence, so that the
 * source of an example never holds the example itself.
 */
export function sampleOf(parts: readonly Part[], variant = 0): string {
  let state = 2_463_534_242 + variant * 7919;
  const draw = (bound: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % bound;
  };
  return parts
    .map((part) => {
      if (part.kind === "text") return part.texts[variant % part.texts.length] ?? "";
      return Array.from({ length: part.least }, () => part.alphabet.characters.charAt(draw(part.alphabet.characters.length))).join("");
    })
    .join("");
}
