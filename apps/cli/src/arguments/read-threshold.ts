import { severities, type Threshold } from "@muster/reporters";
import { CommandError } from "../command-error.ts";
import { suggestion } from "../nearest.ts";

/** A threshold as given on the command line. */
export function readThreshold(text: string): Threshold {
  const words: readonly Threshold[] = [...severities, "none"];
  const threshold = words.find((word) => word === text);
  if (threshold === undefined) throw new CommandError(2, `--fail-on ${JSON.stringify(text)} is no severity.${suggestion(text, words)}`, `Allowed: ${words.join(", ")}.`);
  return threshold;
}

/** A number of threads as given on the command line. */
export function readThreads(text: string): number {
  const threads = Number(text);
  if (!Number.isInteger(threads) || threads < 1 || threads > 256) throw new CommandError(2, `--threads ${JSON.stringify(text)} is no number of threads.`, "Give a whole number from 1 to 256.");
  return threads;
}
