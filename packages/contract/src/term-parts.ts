import type { Term } from "./trace.ts";

/** The terms that one is made of, in the order of the code. */
export function partsOf(term: Term): readonly Term[] {
  switch (term.kind) {
    case "const":
    case "input":
    case "principal":
    case "symbol":
    case "unknown":
      return [];
    case "instance":
      return term.attributes.map((attribute) => attribute.value);
    case "attribute":
    case "element":
      return [term.of];
    case "item":
      return [term.of, term.key];
    case "call":
      return [term.callee, ...term.args, ...term.keywords.map((keyword) => keyword.value)];
    case "operation":
      return term.operands;
    case "collection":
      return term.items;
    case "dict":
      return term.entries.flatMap((entry) => [entry.key, entry.value]);
    case "template":
      return term.parts;
    case "either":
      return term.options;
    default:
      return term satisfies never;
  }
}

/** A term and all that it is made of. Terms are shared: each is there once. */
export function subterms(term: Term): ReadonlySet<Term> {
  const seen = new Set<Term>([term]);
  // A set yields what is added while it is walked.
  for (const part of seen) for (const next of partsOf(part)) seen.add(next);
  return seen;
}
