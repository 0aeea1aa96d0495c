import type { Worker } from "node:worker_threads";

/**
 * Room above a thread's limit, in megabytes. V8 ends a thread at its hard limit, and where that comes between two of
 * its checks (a growing map, a large array) it ends the whole process instead. So the hard limit lies far above, and
 * a thread is ended from outside halfway: up to there V8 has collected its garbage if what is alive lies below the limit.
 */
const room = 1_024;
const megabyte = 1024 * 1024;
const watchMs = 50;

/** What V8 is given for a thread that may use `limitMb`. Small young space: what outlives it goes over to the old one in small steps. With twice as much a thread collects a fifth less, and one that exhausts its memory can end the process. */
export function resourceLimits(limitMb: number): { readonly maxOldGenerationSizeMb: number; readonly maxYoungGenerationSizeMb: number } {
  return { maxOldGenerationSizeMb: limitMb + room, maxYoungGenerationSizeMb: 48 };
}

/** Looks at a thread's heap and buffers, even while it is busy, and says once when they are beyond the limit. */
export class MemoryWatch {
  readonly #timer: NodeJS.Timeout;
  #asking = false;

  /** `thread` may be undefined for as long as it is not known. */
  constructor(thread: () => Worker | undefined, limitMb: number, exceeded: () => void) {
    this.#timer = setInterval(() => {
      const worker = thread();
      if (this.#asking || worker === undefined) return;
      this.#asking = true;
      worker.getHeapStatistics().then(
        ({ used_heap_size: heap, external_memory: external }) => {
          this.#asking = false;
          if (heap + external <= (limitMb + room / 2) * megabyte) return;
          this.stop();
          exceeded();
        },
        // The thread has ended: whoever started it learns that by himself.
        () => this.stop(),
      );
    }, watchMs);
    this.#timer.unref();
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
