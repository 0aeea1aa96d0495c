import type { Term } from "@muster/contract";

/** Whether one of the values on the way to a term is such a one: the chain of attributes, items and method calls that it is reached by, itself included. */
export function isOnChain(term: Term, test: (part: Term) => boolean): boolean {
  for (let part = term; ; ) {
    if (test(part)) return true;
    switch (part.kind) {
      case "attribute":
      case "item":
      case "element":
        part = part.of;
        continue;
      case "call":
        if (part.callee.kind !== "attribute") return false;
        part = part.callee.of;
        continue;
      default:
        return false;
    }
  }
}
