import { compareSpans, partsOf, type Condition, type Term } from "@muster/contract";

/** Whether two conditions are the same one, whichever way it goes. What a library decides is shown at one place for all of it: the place alone does not tell. */
export function isSameCondition(a: Condition, b: Condition): boolean {
  return a === b || (compareSpans(a.span, b.span) === 0 && isSameTerm(a.term, b.term, 5));
}

function isSameTerm(a: Term, b: Term, depth: number): boolean {
  if (a === b) return true;
  if (a.kind !== b.kind || ownText(a) !== ownText(b)) return false;
  if (depth === 0) return true;
  const [of, others] = [partsOf(a), partsOf(b)];
  return of.length === others.length && of.every((part, index) => {
    const other = others[index];
    return other !== undefined && isSameTerm(part, other, depth - 1);
  });
}

/** What a term says by itself, without its parts. */
function ownText(term: Term): string {
  switch (term.kind) {
    case "const":
      return String(term.value);
    case "input":
      return `${term.source} ${term.name}`;
    case "principal":
      return term.guard;
    case "symbol":
    case "attribute":
      return term.name;
    case "instance":
      return term.class;
    case "operation":
      return term.operator;
    case "unknown":
      return term.reason;
    case "item":
    case "call":
    case "collection":
    case "dict":
    case "template":
    case "element":
    case "either":
      return "";
    default:
      return term satisfies never;
  }
}
