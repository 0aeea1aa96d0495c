/**
 * Where a pattern is searched once one of its keywords was seen:
 * - `keyword`: every match begins with a keyword. The cheapest by far; `reach` bounds how far a match may extend.
 * - `lines`: the previous line, the keyword's and the next, at most 1,024 bytes before and 4,096 after the keyword.
 * - `file`: the whole file.
 */
export type PatternScope = "keyword" | "lines" | "file";

/**
 * Which neighbour a match must not have: looked at in code, for RE2 has no lookaround. Each includes the one before it;
 * `alphanumeric` adds digits and `+`, `word` the underscore, `token` also `.`, `/` and `-`.
 */
export type Neighbour = "any" | "letter" | "alphanumeric" | "word" | "token";

/** A pattern to look for, as data. `compileRules()` checks it. */
export interface PatternRule {
  /** Unique in its set. */
  readonly id: string;
  /** At least one is in every match or near it. Three bytes of ASCII or more each; letters match in either case. */
  readonly keywords: readonly string[];
  /** RE2 syntax, without anchors, lookaround and backreferences. */
  readonly pattern: string;
  readonly ignoreCase?: boolean;
  readonly scope: PatternScope;
  /** Bytes after the start of the keyword that a match may extend to (`keyword` only). Default 512. */
  readonly reach?: number;
  /** What every match holds behind its keyword: so many characters of a class in a row. It is looked for before the pattern is tried, or compiled at all (`keyword` only). */
  readonly holds?: { readonly class: string; readonly least: number };
  /** Bytes of the value beyond which a match is none. What a repeat's own bound would say, which RE2 unrolls: `+` and this search many times as fast as `{1,1000}`. */
  readonly most?: number;
  /** Not before the match. Default `alphanumeric`; an escape such as `\n` or `%20` before it does not count. */
  readonly before?: Neighbour;
  /** Not after the match. Default `word`. */
  readonly after?: Neighbour;
  /**
   * Whether what follows the keyword that ends at `at` is no match, whatever the pattern says: the byte to go on from, or 0 to ask the
   * pattern (`keyword` only). Many times as quick as the engine, for what is met often. Pure, and linear in what it passes.
   */
  readonly passOver?: (bytes: Uint8Array, at: number) => number;
  /** Bits a character below which the value is refused. */
  readonly minEntropy?: number;
  /** Whether the value is well-formed beyond its pattern: a checksum, an embedded document. Pure. */
  readonly check?: (value: string) => boolean;
}
