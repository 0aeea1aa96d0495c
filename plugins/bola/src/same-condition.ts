import { compareSpans } from "@muster/contract";
import type { Condition } from "@muster/contract";
import type { TermIndex } from "./term-index.ts";

/** Tells whether a condition is one of these: the same term at the same place on the same branch. */
export function isAmong(condition: Condition, conditions: readonly Condition[], index: TermIndex): boolean {
  return conditions.some(
    (other) => other === condition || (other.holds === condition.holds && index.of(other.term).id === index.of(condition.term).id && compareSpans(other.span, condition.span) === 0),
  );
}
