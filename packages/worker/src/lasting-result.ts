import type { ScanResult } from "@muster/contract";
import { renderJson } from "@muster/reporters/json";
import { RetryError } from "./retry-error.ts";

/** What one scan came to. */
export interface Attempt {
  readonly result: ScanResult;
  readonly lasting: boolean;
}

/** What is kept of a commit, and what troubled this machine meanwhile. */
export interface LastingResult {
  readonly result: ScanResult;
  /** As the command line writes it. */
  readonly json: string;
  readonly trouble?: string;
}

/** Scans of which two in a row have to find the same. */
const mostAttempts = 3;

/**
 * The result of a commit, whatever else this machine did meanwhile. What was left out for a limit or a lost thread may have been left out
 * because others were at work: such a result is kept only where the next scan comes to the same, which a file that is too much for any
 * machine does. Throws a `RetryError` where none does; undefined where the scan is not wanted any more.
 */
export async function lastingResult(scanOnce: () => Promise<Attempt | undefined>): Promise<LastingResult | undefined> {
  let before: string | undefined;
  let trouble = "";
  for (let attempt = 0; attempt < mostAttempts; attempt++) {
    const made = await scanOnce();
    if (made === undefined) return undefined;
    const found = withoutCache(made.result);
    if (made.lasting || found.json === before) return found;
    before = found.json;
    trouble = found.result.outcomes.find(({ status }) => status === "failed")?.reason ?? "";
  }
  throw new RetryError(`What it left out differs from one scan to the next. ${trouble}`.trim());
}

/** A cache that could not be used is this machine's, and nothing of the commit. */
function withoutCache(result: ScanResult): LastingResult {
  const own = result.outcomes.filter(({ stage }) => stage !== "cache");
  const whole = own.length === result.outcomes.length ? result : { ...result, outcomes: own };
  const trouble = result.outcomes.filter(({ stage }) => stage === "cache").map(({ reason }) => reason).join(" ");
  return { result: whole, json: renderJson(whole), ...(trouble !== "" && { trouble }) };
}
