import { runLimits, type Limits, type Machine } from "@muster/python";

interface Runs {
  /** Runs that did not end within their budget. */
  tooLarge: number;
  /** Runs that ended, and would not have with the smallest budget. */
  long: number;
}

const known: WeakMap<Machine, Runs> = new WeakMap();
const smallest = 3_000;

/**
 * The budget of one run of a handler, or of what stands before it. Where many of a repository's are too large for it and hardly any
 * that takes long comes to its end, they share what makes them so (a serializer, a query that is put together): the others get a
 * smaller one, as all of them end without an answer.
 */
export function runBudget(machine: Machine): Limits {
  const { tooLarge, long } = known.get(machine) ?? { tooLarge: 0, long: 0 };
  return tooLarge < 40 || (tooLarge < 150 && long * 8 > tooLarge) ? runLimits : { ...runLimits, steps: tooLarge < 200 ? 6_000 : smallest };
}

/** Notes whether a run ended within its budget, by the most steps that it took. */
export function noteRun(machine: Machine, steps: number, limits: Limits): void {
  const runs = known.get(machine) ?? { tooLarge: 0, long: 0 };
  known.set(machine, runs);
  if (steps > limits.steps) runs.tooLarge++;
  else if (steps > smallest) runs.long++;
}
