import type { ScanResult } from "@muster/contract";
import { EventQueue } from "./event-queue.ts";
import { runScan } from "./run-scan.ts";
import type { ScanEvent } from "./scan-event.ts";
import type { ScanRequest } from "./scan-request.ts";

/**
 * A running scan. Iterating yields what it says on its way and ends with it, however it ends; events of before the
 * iteration began are kept. The scan runs whether or not anyone iterates.
 */
export interface Scan extends AsyncIterable<ScanEvent> {
  /**
   * Rejects with a `ScanTargetError` or a `PluginLoadError`, or with the signal's reason when it was aborted. All else
   * that goes wrong is an outcome in the result.
   */
  readonly result: Promise<ScanResult>;
  /**
   * Whether another scan of the same would find the same. False where something is left out for what may pass: a limit, a thread that
   * was lost, a file that could not be read. Comes and rejects with `result`.
   */
  readonly lasting: Promise<boolean>;
}

/** Scans one tree with the plugins of the request. */
export function scan(request: ScanRequest): Scan {
  const events = new EventQueue();
  const signal = request.signal ?? new AbortController().signal;
  const made = runScan(request, signal, (event) => events.push(event))
    .catch((error: unknown) => {
      // What was waited for says so in words of its own.
      throw signal.aborted ? signal.reason : error;
    })
    .finally(() => events.end());
  // Whoever iterates first and awaits the result then is not to be ended by an error that he is about to take.
  const result = made.then((end) => end.result);
  const lasting = made.then((end) => end.lasting);
  for (const promise of [result, lasting]) promise.catch(() => undefined);
  return { result, lasting, [Symbol.asyncIterator]: () => events[Symbol.asyncIterator]() };
}
