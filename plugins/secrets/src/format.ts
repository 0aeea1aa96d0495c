import type { Neighbour, PatternRule } from "@muster/patterns";
import type { Confidence } from "@muster/contract";
import { annotation, operator, pair, quote } from "./assignment-syntax.ts";
import type { Encoding } from "./decode.ts";
import type { Kind } from "./kind.ts";
import { escapePattern, type Part, patternOf, sampleOf } from "./part.ts";

/** One way in which a secret is written. */
export interface Format extends PatternRule {
  /** What a person calls it: `GitHub personal access token`. */
  readonly title: string;
  readonly kind: Kind;
  readonly confidence: Confidence;
  /** Whether the vendor can have issued the value, by a checksum that it does not promise to keep: where not, it is shown as an example. */
  readonly issued?: (value: string) => boolean;
  /** How the value is judged beyond its pattern. Default `token`: it stands for itself unless it is a placeholder. */
  readonly judgedAs?: "token" | "opaque" | "password" | "basic" | "assignment" | "url" | "connection";
  /** The value is a text in another writing: it is decoded and searched, and nothing is reported of the value itself. */
  readonly encoding?: Encoding;
  /** Characters of the value that may be shown: the part that every such value begins with. */
  readonly shown: number;
  /** Text that holds the secret, made up, and the secret in it. */
  readonly examples: () => readonly { readonly text: string; readonly secret: string }[];
}

/** The formats of one vendor. */
export interface Vendor {
  readonly name: string;
  /** The vendor's documentation that the formats are written from. */
  readonly source: string;
  readonly formats: readonly Format[];
}

interface FormatOptions {
  readonly kind?: Kind;
  readonly confidence?: Confidence;
  readonly before?: Neighbour;
  readonly after?: Neighbour;
  readonly minEntropy?: number;
  readonly reach?: number;
  readonly check?: (value: string) => boolean;
  readonly issued?: (value: string) => boolean;
  /** Makes a drawn example pass `check` and `issued`. */
  readonly seal?: (sample: string) => string;
}

export function vendor(name: string, source: string, formats: readonly Format[]): Vendor {
  return { name, source, formats };
}

/** A token that says what it is by how it begins: the first part is fixed text of three bytes or more. */
export function token(id: string, title: string, parts: readonly Part[], options: FormatOptions = {}): Format {
  const first = parts[0];
  if (first?.kind !== "text") throw new Error(`Format "${id}" must begin with fixed text.`);
  const { seal = (sample) => sample, ...rest } = options;
  return {
    id,
    title,
    kind: "provider-token",
    confidence: "high",
    keywords: first.texts,
    pattern: patternOf(parts),
    scope: "keyword",
    shown: Math.min(...first.texts.map((text) => text.length)),
    examples: () =>
      first.texts.map((_, variant) => {
        const secret = seal(sampleOf(parts, variant));
        return { text: `value = "${secret}"\n`, secret };
      }),
    ...rest,
  };
}

/** Between a name and its value, whatever the language: `": "`, ` = '`, `=>`, `", "`, `>` of an element, or blanks. */
const assignment = `(?:${pair}|(?:${quote}){0,2}\\]?[ \\t]{0,8}(?:${annotation}|${operator}|[,>(]|[ \\t]))[ \\t]{0,8}(?:${quote}){0,2}`;

/** A value without a mark of its own, told by the name that it is assigned to. `names` match in either case. */
export function assigned(id: string, title: string, names: readonly string[], parts: readonly Part[], options: FormatOptions = {}): Format {
  const { seal = (sample) => sample, ...rest } = options;
  return {
    id,
    title,
    kind: "provider-token",
    confidence: "medium",
    keywords: names,
    pattern: `(?i:(?:${names.map(escapePattern).join("|")})[0-9a-z_. \\t-]{0,40}?)${assignment}(${patternOf(parts)})`,
    ...longestRun(parts),
    scope: "keyword",
    before: "any",
    shown: 0,
    minEntropy: 2,
    examples: () =>
      names.map((name, variant) => {
        const secret = seal(sampleOf(parts, variant));
        return { text: `${name} = "${secret}"\n`, secret };
      }),
    ...rest,
  };
}

/** The most of one alphabet that every value holds. */
function longestRun(parts: readonly Part[]): Pick<Format, "holds"> {
  const runs = parts.flatMap((part) => (part.kind === "run" ? [{ class: part.alphabet.class, least: part.least }] : [])).sort((a, b) => b.least - a.least);
  return runs[0] === undefined ? {} : { holds: runs[0] };
}
