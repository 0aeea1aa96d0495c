import { partsOf, type CallTerm, type Term } from "@muster/contract";

/** Positional and keyword arguments, in the order of the code. */
export function argumentsOf(call: CallTerm): readonly Term[] {
  return [...call.args, ...call.keywords.map((keyword) => keyword.value)];
}

/** Whether `term` or anything it was made of satisfies `test`. Terms are shared: each is looked at once. */
export function reaches(term: Term, test: (part: Term) => boolean): boolean {
  const seen = new Set<Term>([term]);
  // A set yields what is added while it is walked.
  for (const part of seen) {
    if (test(part)) return true;
    for (const next of partsOf(part)) seen.add(next);
  }
  return false;
}

/**
 * The names on the way to a value, from the root: `session.query(Item).delete` gives `session`, `query`, `delete`; a
 * qualified symbol gives its segments, an instance those of its class.
 */
export function namesOf(term: Term): readonly string[] {
  const fromLeaf: string[] = [];
  let at: Term | undefined = term;
  while (at !== undefined) {
    switch (at.kind) {
      case "symbol":
        fromLeaf.push(...at.name.split(".").reverse());
        at = undefined;
        break;
      case "instance":
        fromLeaf.push(...at.class.split(".").reverse());
        at = undefined;
        break;
      case "attribute":
        fromLeaf.push(at.name);
        at = at.of;
        break;
      case "call":
        at = at.callee;
        break;
      case "item":
      case "element":
        at = at.of;
        break;
      case "either":
        at = at.options[0];
        break;
      default:
        at = undefined;
    }
  }
  return fromLeaf.reverse();
}

/** The name that is called last: `delete` of `session.query(Item).delete()`; empty for a call of what has no name. */
export function calledName(call: CallTerm): string {
  const { callee } = call;
  if (callee.kind === "attribute") return callee.name;
  if (callee.kind === "symbol") return callee.name.slice(callee.name.lastIndexOf(".") + 1);
  return namesOf(callee).at(-1) ?? "";
}

/** What a method is called on; undefined for a plain function. A qualified symbol's receiver is the symbol before its last dot. */
export function receiverOf(call: CallTerm): Term | undefined {
  const { callee } = call;
  if (callee.kind === "attribute") return callee.of;
  if (callee.kind !== "symbol") return undefined;
  const dot = callee.name.lastIndexOf(".");
  return dot < 0 ? undefined : { kind: "symbol", name: callee.name.slice(0, dot) };
}
