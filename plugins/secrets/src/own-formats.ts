import type { Json } from "@muster/contract";
import { compileRules, type Engine, PatternError, verifyRules } from "@muster/patterns";
import type { Format } from "./format.ts";
import { type Kind, kinds } from "./kind.ts";

/** A format that the operator adds, as the configuration writes it: the data of a rule. */
interface OwnFormat extends Pick<Format, "id" | "keywords" | "pattern" | "ignoreCase" | "scope" | "reach" | "before" | "after" | "minEntropy"> {
  readonly title: string;
  readonly kind: Kind;
  /** Texts that hold such a secret. Each must be found, or the format is refused. */
  readonly examples: readonly string[];
}

const neighbours = ["any", "letter", "alphanumeric", "word", "token"];

/** What the configuration may say of a format. */
export const ownFormatSchema: { readonly [key: string]: Json } = {
  type: "object",
  additionalProperties: false,
  required: ["id", "title", "keywords", "pattern", "examples"],
  properties: {
    id: { type: "string", pattern: "^[a-z][a-z0-9-]{2,60}$" },
    title: { type: "string", minLength: 1, maxLength: 100, description: "What a person calls it." },
    kind: { enum: [...kinds], default: "provider-token" },
    keywords: { type: "array", minItems: 1, maxItems: 100, items: { type: "string", maxLength: 200 }, description: "One is in every match or near it: three characters or more, in either case." },
    pattern: { type: "string", minLength: 1, maxLength: 2000, description: "RE2 syntax without anchors, lookaround and backreferences. The first group, where there is one, is the secret." },
    ignoreCase: { type: "boolean" },
    scope: { enum: ["keyword", "lines", "file"], default: "keyword", description: "Where the pattern is searched: from a keyword on, in the lines around it, or in the whole file." },
    reach: { type: "integer", minimum: 1, maximum: 65_536 },
    before: { enum: neighbours, description: "What must not stand before a match." },
    after: { enum: neighbours, description: "What must not stand after a match." },
    minEntropy: { type: "number", minimum: 0, maximum: 8, description: "Bits a character below which a value is no secret." },
    examples: { type: "array", minItems: 1, maxItems: 20, items: { type: "string", maxLength: 4000 }, description: "Texts that hold such a secret, made up. Each must be found." },
  },
};

/** Formats as the schema lets them through. */
export function readOwnFormats(given: Json | undefined): readonly Format[] {
  if (!Array.isArray(given)) return [];
  // The host has held it against the schema.
  return (given as unknown as readonly (Partial<OwnFormat> & Pick<OwnFormat, "id" | "title" | "keywords" | "pattern" | "examples">)[]).map(
    ({ examples, ...own }): Format => ({ kind: "provider-token", confidence: "medium", scope: "keyword", shown: 0, ...own, examples: () => examples.map((text) => ({ text, secret: "" })) }),
  );
}

/** Throws `PatternError`, naming the format and what to do, where one cannot be used or does not find its own example. */
export function checkOwnFormats(own: readonly Format[], engine: Engine): void {
  verifyRules(own, engine);
  for (const format of own) {
    const rules = compileRules([format], engine);
    for (const { text } of format.examples()) {
      const { matches } = rules.scan(Buffer.from(text));
      if (matches.some(({ refused }) => refused === undefined)) continue;
      const why = matches.length > 0 ? "its entropy is below minEntropy" : "check its keywords, and what stands before and after the match";
      throw new PatternError(`Rule "${format.id}" cannot be used: it does not find its own example "${text.slice(0, 20)}…"; ${why}.`);
    }
  }
}
