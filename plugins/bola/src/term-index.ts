import { partsOf, type Term } from "@muster/contract";
import { isObjectKey, isSelector } from "./object-key.ts";
import { isCredential, isNobody, isPrincipal } from "./principal.ts";

/** What a term is made of, itself included. */
export interface TermFacts {
  /** Equal for terms of equal shape. Spans of calls do not count: one lookup written twice reaches one object. */
  readonly id: number;
  /** It holds the caller, or something read off the caller. */
  readonly principal: boolean;
  /** It holds what the caller shows to prove who it is: a cookie, an authorisation header, a key. */
  readonly credential: boolean;
  /** It holds an object id that the caller chose. */
  readonly key: boolean;
  /** It holds any single value that the caller chose: in a query, such a value selects. */
  readonly selector: boolean;
  /** It holds a value that evaluation lost. */
  readonly unknown: boolean;
  /** It holds something of the request's body, form, query or headers. */
  readonly chosen: boolean;
}

/** The terms of one trace, with what each is made of. Terms are shared, so each is looked at once. */
export interface TermIndex {
  of(term: Term): TermFacts;
  /** Takes from the work that one endpoint may cost. False when it is used up: whoever asks then knows nothing more. */
  spend(steps: number): boolean;
}

/** Far more than any real handler needs; shared terms could otherwise be walked without end. */
const affordable = 100_000;

export function createTermIndex(): TermIndex {
  const known = new Map<Term, TermFacts>();
  const ids = new Map<string, number>();

  const summarise = (term: Term): TermFacts => {
    const parts = partsOf(term).map((child) => known.get(child));
    const shape = `${headOf(term)}(${parts.map((part) => part?.id ?? -1).join()})`;
    const id = ids.get(shape) ?? ids.size;
    ids.set(shape, id);
    return {
      id,
      // What was found or decoded by a credential is the caller; the bare text of one is only what somebody sent.
      principal: isPrincipal(term) || parts.some((part) => part?.principal || (term.kind === "call" && part?.credential)),
      credential: isCredential(term) || parts.some((part) => part?.credential),
      key: isObjectKey(term) || parts.some((part, position) => part?.key && !isLikened(term, position)),
      selector: isSelector(term) || parts.some((part) => part?.selector),
      unknown: (term.kind === "unknown" && !isNobody(term)) || parts.some((part) => part?.unknown),
      chosen: (term.kind === "input" && term.source !== "path") || parts.some((part) => part?.chosen),
    };
  };

  const of = (root: Term): TermFacts => {
    const stack: Term[] = [root];
    for (let term = stack.at(-1); term; term = stack.at(-1)) {
      const waiting = known.has(term) ? [] : partsOf(term).filter((child) => !known.has(child));
      if (waiting.length > 0) {
        stack.push(...waiting);
        continue;
      }
      stack.pop();
      if (!known.has(term)) known.set(term, summarise(term));
    }
    return known.get(root) ?? summarise(root);
  };
  let left = affordable;
  const spend = (steps: number): boolean => {
    left -= steps;
    return left > 0;
  };
  return { of, spend };
}

/** Lookups that find what is like a value: a search, and not an object by its id. */
const likening = /__(?:i?exact|i?contains|i?startswith|i?endswith|search|i?regex)$/;

/** True for the value of a keyword that likens: `filter(number__iexact=…)`. `exact` alone is what no lookup means too. */
function isLikened(term: Term, position: number): boolean {
  if (term.kind !== "call") return false;
  const keyword = term.keywords[position - 1 - term.args.length];
  return keyword !== undefined && likening.test(keyword.name) && !keyword.name.endsWith("__exact");
}

/** Every term inside, itself first, each once. */
export function* walk(root: Term): Generator<Term> {
  const seen = new Set<Term>();
  const stack: Term[] = [root];
  for (let term = stack.pop(); term; term = stack.pop()) {
    if (seen.has(term)) continue;
    seen.add(term);
    yield term;
    stack.push(...partsOf(term).toReversed());
  }
}

/** What tells a term from others with the same parts. */
function headOf(term: Term): string {
  switch (term.kind) {
    case "const":
      return `const:${JSON.stringify(term.value)}`;
    case "input":
      return `input:${term.source}:${term.name}`;
    case "principal":
      return `principal:${term.guard}`;
    case "symbol":
      return `symbol:${term.name}`;
    case "unknown":
      return `unknown:${term.reason}`;
    case "instance":
      return `instance:${term.class}:${term.attributes.map((attribute) => attribute.name).join()}`;
    case "attribute":
      return `attribute:${term.name}`;
    case "call":
      return `call:${term.args.length}:${term.keywords.map((keyword) => keyword.name).join()}`;
    case "operation":
      return `operation:${term.operator}`;
    case "collection":
      return `collection:${term.type}`;
    case "element":
    case "item":
    case "dict":
    case "template":
    case "either":
      return term.kind;
    default:
      return term satisfies never;
  }
}
