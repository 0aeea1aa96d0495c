import type { Condition, Term } from "@muster/contract";
import { shapeOf } from "./boolean-shape.ts";
import { comparisonOf, truthOf } from "./comparison.ts";
import { queryRole } from "./query-methods.ts";
import { walk } from "./term-index.ts";
import type { TermIndex } from "./term-index.ts";

/**
 * What stands for the object that is touched: the object itself, what the caller chose to select it, and whatever a condition in
 * force says is equal to them. A check speaks of the object when it holds one of these; a check of a parent to which
 * the child is not tied holds none.
 */
export interface Anchors {
  holds(term: Term): boolean;
}

const rounds = 4;
const deepest = 20;

export function anchorsOf(target: Term, conditions: readonly Condition[], index: TermIndex): Anchors {
  const ids = new Set<number>([index.of(target).id]);
  const add = (term: Term): void => {
    for (const part of walk(term)) {
      const { id, key, selector } = index.of(part);
      if (key || selector) ids.add(id);
    }
  };
  const known = new Map<Term, boolean>();
  const holds = (term: Term): boolean => {
    const before = known.get(term);
    if (before !== undefined) return before;
    let found = false;
    for (const part of walk(term)) {
      if (!index.spend(1)) break;
      if (!ids.has(index.of(part).id)) continue;
      found = true;
      break;
    }
    known.set(term, found);
    return found;
  };
  add(target);
  const equalities = conditions.flatMap((condition) => [...equalitiesOf(condition.term, condition.holds, index)]);
  const rows = conditions.flatMap((condition) => [...foundBy(condition.term, condition.holds, index)]);
  for (let round = 0; round < rounds; round += 1) {
    const size = ids.size;
    known.clear();
    for (const [left, right] of equalities) {
      const leftHolds = holds(left);
      const rightHolds = holds(right);
      if (leftHolds && !index.of(right).principal) add(right);
      if (rightHolds && !index.of(left).principal) add(left);
    }
    // A row that names both belongs to both: `if not session.exec(select(Task).where(Task.id == task_id, Task.project_id == project.id)).first()`.
    for (const row of rows) if (holds(row)) add(row);
    if (ids.size === size) break;
  }
  known.clear();
  return { holds };
}

/** Lookups that found something on every path on which the condition holds, and that nothing of the caller selects. */
function* foundBy(term: Term, holds: boolean, index: TermIndex, depth = 0): Generator<Term> {
  const shape = shapeOf(term, holds);
  if (shape.kind === "all" && depth < deepest && index.spend(1)) {
    for (const part of shape.parts) yield* foundBy(part.term, part.holds, index, depth + 1);
    return;
  }
  if (shape.kind !== "leaf") return;
  const truth = truthOf(term, holds);
  if (truth) yield* foundBy(truth.term, truth.holds, index, depth + 1);
  else if (holds && term.kind === "call" && queryRole(term) !== "other" && !index.of(term).principal) yield term;
}

/** Pairs that are equal on every path on which the condition holds. */
function* equalitiesOf(term: Term, holds: boolean, index: TermIndex, depth = 0): Generator<readonly [Term, Term]> {
  const shape = shapeOf(term, holds);
  if (shape.kind === "all" && depth < deepest && index.spend(1)) {
    for (const part of shape.parts) yield* equalitiesOf(part.term, part.holds, index, depth + 1);
    return;
  }
  const comparison = shape.kind === "leaf" ? comparisonOf(term, holds) : undefined;
  if (comparison?.holds) yield [comparison.left, comparison.right];
}
