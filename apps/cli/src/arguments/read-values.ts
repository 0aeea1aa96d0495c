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

/** A day as given on the command line. */
export function readDate(text: string): string {
  if (!isDay(text)) throw new CommandError(2, `--date ${JSON.stringify(text)} is no day.`, "Give it as in 2027-01-31.");
  return text;
}

/** Whether a text is a day of the calendar, as `2027-01-31`. */
export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/u.test(text) && !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
