import { setTimeout as wait } from "node:timers/promises";
import { lastEvent, type Database } from "@muster/store";

/** Tells subscribers that there is something new to read. One look at the database serves all of them. */
export class EventFeed {
  readonly #database: Database;
  readonly #waiting = new Set<(last: number) => void>();
  #last = 0;
  #watching = false;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The newest event there is now. */
  async last(): Promise<number> {
    return (this.#last = Math.max(this.#last, await lastEvent(this.#database)));
  }

  /** Waits until there are events after one, or the signal is aborted. */
  async after(id: number, signal: AbortSignal): Promise<void> {
    if (this.#last > id || signal.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const told = (last: number): void => {
      if (last > id) resolve();
    };
    const aborted = (): void => resolve();
    this.#waiting.add(told);
    signal.addEventListener("abort", aborted, { once: true });
    if (!this.#watching) void this.#watch();
    try {
      await promise;
    } finally {
      this.#waiting.delete(told);
      signal.removeEventListener("abort", aborted);
    }
  }

  /** Looks while someone waits. */
  async #watch(): Promise<void> {
    this.#watching = true;
    while (this.#waiting.size > 0) {
      const last = await this.last().catch(() => this.#last); // A database that is away for a while has nothing new.
      for (const told of this.#waiting) told(last);
      await wait(250, undefined, { ref: false });
    }
    this.#watching = false;
  }
}
