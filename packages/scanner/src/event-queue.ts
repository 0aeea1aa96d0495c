import type { ScanEvent } from "./scan-event.ts";

/** Events that nobody has taken yet are kept up to this number; of a longer wait the latest are of interest. */
const mostKept = 1_000;

/** Hands events from the running scan to whoever iterates. */
export class EventQueue implements AsyncIterable<ScanEvent> {
  #kept: ScanEvent[] = [];
  #ended = false;
  #wake: (() => void) | undefined;

  push(event: ScanEvent): void {
    if (this.#kept.length >= mostKept) this.#kept.shift();
    this.#kept.push(event);
    this.#wake?.();
  }

  end(): void {
    this.#ended = true;
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<ScanEvent, void, void> {
    for (;;) {
      const events = this.#kept;
      this.#kept = [];
      yield* events;
      if (this.#kept.length > 0) continue;
      if (this.#ended) return;
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
  }
}
