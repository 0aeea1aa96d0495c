import { runLimits, type Limits, type Machine } from "@muster/python";

const tooLarge: WeakMap<Machine, number> = new WeakMap();

/**
 * The budget of one run of a handler, or of what stands before it. Where many of a repository's are too large for it, they share
 * what makes them so (a serializer, a query that is put together): the others get a smaller one, as all of them end without an answer.
 */
export function runBudget(machine: Machine): Limits {
  const count = tooLarge.get(machine) ?? 0;
  return count < 40 ? runLimits : { ...runLimits, steps: count < 200 ? 6_000 : 3_000 };
}

/** Notes a run that did not end within its budget. */
export function noteTooLarge(machine: Machine): void {
  tooLarge.set(machine, (tooLarge.get(machine) ?? 0) + 1);
}
