import type { Worker } from "node:worker_threads";

const watchMs = 100;

/** How much longer than it may work a thread may stay at one thing: a starved one works little, one that sleeps does not at all. */
export const patience = 12;

/**
 * Looks at how long a thread works at one thing, by its processor time: on a busy machine that is much less than what goes by, and
 * what a scan finds is not to depend on who else is at work. Says once when it was too long.
 */
export class WorkWatch {
  readonly #thread: Worker;
  readonly #exceeded: () => void;
  #timer: NodeJS.Timeout | undefined;

  constructor(thread: Worker, exceeded: () => void) {
    this.#thread = thread;
    this.#exceeded = exceeded;
  }

  /** Begins anew, with so many milliseconds of work. */
  start(limitMs: number): void {
    this.stop();
    // Turns are counted, not the clock: a suspended machine, or a busy main thread, is no hanging plugin.
    let turns = 0;
    let before: number | undefined;
    let asking = false;
    const timer = setInterval(() => {
      turns++;
      if (turns * watchMs > limitMs * patience) return this.#end();
      if (asking) return undefined;
      asking = true;
      this.#thread.cpuUsage().then(
        ({ user, system }) => {
          asking = false;
          if (this.#timer !== timer) return;
          const worked = (user + system) / 1000;
          before ??= worked;
          if (worked - before > limitMs) this.#end();
        },
        // The thread has ended, or has not begun: whoever started it learns that by himself.
        () => (asking = false),
      );
      return undefined;
    }, watchMs);
    this.#timer = timer;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #end(): void {
    this.stop();
    this.#exceeded();
  }
}
