import type { Worker } from "node:worker_threads";
import { patience } from "../work-watch.ts";
import { Step } from "./task.ts";

const watchMs = 100;
/** Milliseconds of work for starting a thread, and for importing a plugin and preparing it. */
const startMs = 60_000;

/** Looks at where a pool thread is, and says once when it has been at one step for too long. */
export class StepWatch {
  readonly #timer: NodeJS.Timeout;
  /** Turns of this watch that found the same step. They are counted, not the clock: a suspended machine, or a busy main thread, is no hanging plugin. */
  #turns = 0;
  #count = 0;
  /** Microseconds that the thread had worked when it was first seen at the step. */
  #workedBefore: number | undefined;
  #asking = false;

  /** `fileMs` is the processor time that a step may take. `thread` may be undefined for as long as it is not known. */
  constructor(steps: Int32Array, thread: () => Worker | undefined, fileMs: number, exceeded: () => void) {
    const end = (): void => {
      this.stop();
      exceeded();
    };
    this.#timer = setInterval(() => {
      const count = Atomics.load(steps, Step.count);
      if (count !== this.#count) this.#begin(count);
      this.#turns++;
      const mostMs = count === 0 || Atomics.load(steps, Step.preparing) === 1 ? startMs : fileMs;
      if (this.#turns * watchMs > mostMs * patience) return end();
      this.#ask(thread(), count, (workedMs) => {
        if (workedMs > mostMs) end();
      });
    }, watchMs);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  #begin(count: number): void {
    this.#count = count;
    this.#turns = 0;
    this.#workedBefore = undefined;
  }

  /** How long a thread has worked at a step, its processor time: on a busy machine much less than went by. */
  #ask(thread: Worker | undefined, count: number, tell: (workedMs: number) => void): void {
    if (this.#asking || thread === undefined) return;
    this.#asking = true;
    thread.cpuUsage().then(
      ({ user, system }) => {
        this.#asking = false;
        if (count !== this.#count) return;
        this.#workedBefore ??= user + system;
        tell((user + system - this.#workedBefore) / 1000);
      },
      // The thread has ended: whoever started it learns that by himself.
      () => this.stop(),
    );
  }
}
