import type { TenantRows } from "@muster/store";

/** Runs work in a transaction that ends when the work does. */
type Run = <T>(work: (rows: TenantRows) => Promise<T>) => Promise<T>;

interface Shared {
  readonly rows: Promise<TenantRows>;
  pending: number;
  end(): void;
}

/**
 * Lets the reads of one operation share a transaction, so that a page, its total and what its rows name take one connection
 * and one beginning and end. It ends when nothing is being read any more; what is read later begins another.
 */
export class SharedReads {
  readonly #run: Run;
  #open: Shared | undefined;

  constructor(run: Run) {
    this.#run = run;
  }

  async read<T>(work: (rows: TenantRows) => Promise<T>): Promise<T> {
    const shared = (this.#open ??= this.#begin());
    shared.pending += 1;
    try {
      return await work(await shared.rows);
    } catch (error) {
      // A statement that failed takes its transaction with it: what comes later is not to fail for it too.
      this.#leave(shared);
      throw error;
    } finally {
      shared.pending -= 1;
      // Resolvers that were waiting for this ask for more before the event loop turns.
      setImmediate(() => this.#endIdle(shared));
    }
  }

  #begin(): Shared {
    const opened = Promise.withResolvers<TenantRows>();
    const ended = Promise.withResolvers<void>();
    this.#run(async (rows) => {
      opened.resolve(rows);
      await ended.promise;
    }).catch(opened.reject); // Where it fails at its end, everything that was read has been answered.
    return { rows: opened.promise, pending: 0, end: ended.resolve };
  }

  #endIdle(shared: Shared): void {
    if (shared.pending > 0) return;
    this.#leave(shared);
    shared.end();
  }

  #leave(shared: Shared): void {
    if (this.#open === shared) this.#open = undefined;
  }
}
