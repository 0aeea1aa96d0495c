import type { ScanEvent } from "../scan-event.ts";

const apart = 50;

/** Counts contents that were looked at, of those that have to be. */
export class HistoryProgress {
  readonly #emit: (event: ScanEvent) => void;
  readonly #counts = { contents: 0, bytes: 0, ofContents: 0, ofBytes: 0 };
  #last = 0;

  constructor(emit: (event: ScanEvent) => void) {
    this.#emit = emit;
  }

  expect(contents: number, bytes: number): void {
    this.#counts.ofContents += contents;
    this.#counts.ofBytes += bytes;
  }

  ended(bytes: number): void {
    this.#counts.contents++;
    this.#counts.bytes += bytes;
    const now = performance.now();
    if (now - this.#last < apart && this.#counts.contents < this.#counts.ofContents) return;
    this.#last = now;
    this.#emit({ kind: "history", ...this.#counts });
  }
}
