import type { Term } from "@muster/contract";

/** `left` and `right` are equal, or one is a member of the other; `holds` false where the code says that they are not. */
export interface Comparison {
  readonly left: Term;
  readonly right: Term;
  readonly holds: boolean;
}

const equalities = new Map([
  ["==", true],
  ["is", true],
  ["in", true],
  ["!=", false],
  ["is not", false],
  ["not in", false],
]);

export function comparisonOf(term: Term, holds: boolean): Comparison | undefined {
  if (term.kind !== "operation") return undefined;
  const equal = equalities.get(term.operator);
  const [left, right] = term.operands;
  return equal === undefined || !left || !right ? undefined : { left, right, holds: equal === holds };
}

/**
 * What a comparison with a constant says of the truth of the other side: `count > 0`, `found is not None`,
 * `allowed == True`. Undefined where the constant is a value of its own, such as a role.
 */
export function truthOf(term: Term, holds: boolean): { readonly term: Term; readonly holds: boolean } | undefined {
  if (term.kind !== "operation") return undefined;
  const [left, right] = term.operands;
  if (!left || right?.kind !== "const") return undefined;
  switch (term.operator) {
    case "==":
    case "is":
    case "!=":
    case "is not": {
      const equal = (term.operator === "==" || term.operator === "is") === holds;
      if (right.value === null || right.value === false || right.value === 0) return { term: left, holds: !equal };
      return right.value === true ? { term: left, holds: equal } : undefined;
    }
    case ">":
      return right.value === 0 ? { term: left, holds } : undefined;
    case ">=":
      return right.value === 1 ? { term: left, holds } : undefined;
    case "<":
      return right.value === 1 ? { term: left, holds: !holds } : undefined;
    case "<=":
      return right.value === 0 ? { term: left, holds: !holds } : undefined;
    default:
      return undefined;
  }
}
