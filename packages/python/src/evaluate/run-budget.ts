import { reading } from "../reuse/heap.ts";
import { runLimits, type Limits, type Machine } from "./machine.ts";

/** What runs of one evaluation needed. */
export interface RunCounts {
  /** Runs that did not end within their budget. */
  tooLarge: number;
  /** Runs that ended, and would not have with the smallest budget. */
  long: number;
}

const smallest = 3_000;

/**
 * The budget of one run of a handler, or of what stands before it. Where many of a repository's are too large for it and hardly any
 * that takes long comes to its end, they share what makes them so (a serializer, a query that is put together): the others get a
 * smaller one, as all of them end without an answer.
 */
export function runBudget(machine: Machine): Limits {
  const steps = stepsGranted(machine.runCounts);
  reading()?.budgets.push({ granted: steps, taken: 0 });
  return steps === runLimits.steps ? runLimits : { ...runLimits, steps };
}

/** Steps of the next run, by what runs before it needed. */
export function stepsGranted({ tooLarge, long }: RunCounts): number {
  return tooLarge < 40 || (tooLarge < 150 && long * 8 > tooLarge) ? runLimits.steps : tooLarge < 200 ? 6_000 : smallest;
}

/** Notes whether a run ended within its budget, by the most steps that it took. */
export function noteRun(machine: Machine, steps: number, limits: Limits): void {
  reading()?.budgets.push({ granted: limits.steps, taken: steps });
  noteSteps(machine.runCounts, steps, limits.steps);
}

export function noteSteps(counts: RunCounts, taken: number, granted: number): void {
  if (taken > granted) counts.tooLarge++;
  else if (taken > smallest) counts.long++;
}
