import { getCompileCacheDir } from "node:module";
import { fileURLToPath } from "node:url";
import type { Worker } from "node:worker_threads";
import { Piscina } from "piscina";
import type { ScanLimits } from "../scan-request.ts";
import { MemoryWatch } from "../thread-memory.ts";
import { threadOptions } from "../thread-options.ts";
import { StepWatch } from "./step-watch.ts";
import { Step, type ExtractFile, type ExtractReply, type ExtractSetup, type ExtractTask } from "./task.ts";

/** How a batch ended. A fault names the file, by its place in the batch, and the extractor (-1: reading) at which the thread was, if it had begun (`started`). */
export type BatchEnd =
  | { readonly status: "done"; readonly reply: ExtractReply }
  | { readonly status: "fault"; readonly cause: "hung" | "memory" | "crashed"; readonly started: boolean; readonly file: number; readonly extractor: number; readonly reason: string };

/** The pool of threads that read files. A thread that hangs is ended; the pool replaces it. */
export class Pool {
  readonly #piscina: Piscina<ExtractTask, ExtractReply>;
  readonly #limits: ScanLimits;

  constructor(setup: Omit<ExtractSetup, "compileCache">, threads: number, limits: ScanLimits) {
    this.#limits = limits;
    this.#piscina = new Piscina({
      filename: fileURLToPath(new URL(import.meta.url.endsWith(".ts") ? "./extract-worker.ts" : "./extract-worker.js", import.meta.url)),
      name: "extract",
      minThreads: 0,
      maxThreads: threads,
      idleTimeout: 60_000,
      recordTiming: false,
      ...threadOptions(limits.workerMb),
      workerData: { ...setup, compileCache: getCompileCacheDir() } satisfies ExtractSetup,
    });
    // A thread that dies between two batches: nothing is lost, and the pool starts another.
    this.#piscina.on("error", () => undefined);
  }

  /** Never rejects but by the signal. */
  async run(files: readonly ExtractFile[], signal: AbortSignal): Promise<BatchEnd> {
    const steps = new Int32Array(new SharedArrayBuffer(Step.length * Int32Array.BYTES_PER_ELEMENT));
    Atomics.store(steps, Step.extractor, -1);
    const stop = new AbortController();
    const thread = (): Worker | undefined => this.#piscina.threads.find(({ threadId }) => threadId === Atomics.load(steps, Step.thread));
    const watch = new StepWatch(steps, thread, this.#limits.fileMs, () => stop.abort());
    let overfull = false;
    const memory = new MemoryWatch(thread, this.#limits.workerMb, () => {
      overfull = true;
      stop.abort();
    });
    const stopped = AbortSignal.any([signal, stop.signal]);
    try {
      return { status: "done", reply: await this.#piscina.run({ files, steps }, { signal: stopped }) };
    } catch (error) {
      signal.throwIfAborted();
      const at = { status: "fault", started: Atomics.load(steps, Step.count) > 0, file: Atomics.load(steps, Step.file), extractor: Atomics.load(steps, Step.extractor) } as const;
      if (overfull) return { ...at, cause: "memory", reason: `used more than ${this.#limits.workerMb} MB of memory` };
      if (stop.signal.aborted) return { ...at, cause: "hung", reason: `did not finish within ${this.#limits.fileMs} ms` };
      if (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") return { ...at, cause: "memory", reason: `used more than ${this.#limits.workerMb} MB of memory` };
      return { ...at, cause: "crashed", reason: `ended its thread: ${error instanceof Error ? error.message : String(error)}` };
    } finally {
      watch.stop();
      memory.stop();
    }
  }

  async close(): Promise<void> {
    await this.#piscina.destroy();
  }
}
