import { getCompileCacheDir } from "node:module";
import { Worker } from "node:worker_threads";
import type { LoadedPlugin } from "../plugins/loaded-plugin.ts";
import type { ApprovedPublic, ScanLimits } from "../scan-request.ts";
import { MemoryWatch } from "../thread-memory.ts";
import { threadOptions } from "../thread-options.ts";
import { WorkWatch } from "../work-watch.ts";
import { nothingLinked, type AnalystSetup, type FactPack, type FromAnalyst, type JudgedFacts, type JudgedPart, type LinkedPart, type Subject, type ToAnalyst } from "./protocol.ts";
import { stepsOf, type AnalysisStep } from "./steps.ts";
import type { WarmThread } from "./warm-thread.ts";

export interface AnalystRequest {
  readonly subject: Subject;
  readonly plugins: readonly LoadedPlugin[];
  readonly approvedPublic: readonly ApprovedPublic[];
  readonly listSuppressed: boolean;
  readonly limits: ScanLimits;
  /** Where the thread comes from and goes to; without it one is started and ended. */
  readonly thread?: WarmThread;
  readonly signal: AbortSignal;
  /** Facts of one on-demand extractor. Rejects by the signal alone. */
  demand(extractor: string, paths: readonly string[]): Promise<FactPack>;
  /** What linking starts from, once every file that could name a framework was read. */
  linkInput(): Promise<Omit<Extract<ToAnalyst, { kind: "link" }>, "kind">>;
  /** What judging adds, once all files were read. The memory of its packs is handed over: it is asked for again where the thread was started again. */
  judgedFacts(): Promise<readonly JudgedFacts[]>;
  progress(note: string): void;
  stage(stage: "link" | "judge"): void;
}

/** What linking and judging came to. `failures` has the steps that did not end well. */
export interface AnalystEnd {
  readonly linked: LinkedPart;
  readonly judged: readonly JudgedPart[];
  readonly failures: readonly (AnalysisStep & { readonly reason: string })[];
}

/** Milliseconds of work for a thread to import the plugins. */
const startMs = 60_000;

type ThreadEnd = { readonly status: "finished" } | { readonly status: "died"; readonly step: string | undefined; readonly reason: string };

/**
 * Watches over the thread that links and judges. A step that hangs or kills its thread fails, and with it what is left
 * of its plugin; the thread is started again without them, so that one plugin never costs the results of another.
 */
export class Analyst {
  readonly #request: AnalystRequest;
  readonly #steps: readonly AnalysisStep[];
  readonly #failed = new Map<string, string>();
  readonly #judged = new Map<string, Uint8Array>();
  /** Why a thread ended, for one that did before anyone waited for it. */
  readonly #deaths = new WeakMap<Worker, string>();
  #linked: Uint8Array | undefined;
  /** Started ahead, so that it imports the plugins while files are read. */
  #worker: Worker;
  /** Whether the thread has worked before: what it dies of may be what is left of that. */
  #warm: boolean;
  #kept = false;

  constructor(request: AnalystRequest) {
    this.#request = request;
    this.#steps = stepsOf(request.plugins, request.subject);
    const warm = request.thread?.take();
    this.#warm = warm !== undefined;
    this.#worker = warm === undefined ? this.#startWorker() : this.#attend(warm);
  }

  async run(): Promise<AnalystEnd> {
    const { signal } = this.#request;
    try {
      for (;;) {
        const end = await this.#runThread(this.#worker);
        signal.throwIfAborted();
        if (end.status === "finished") break;
        if (this.#warm) this.#forget();
        else this.#blame(end);
        if (this.#open().length === 0 && this.#linked !== undefined) break;
        if (this.#open().length === 0 && this.#steps.every((step) => step.stage !== "link" || this.#failed.has(step.name))) break;
        await this.#worker.terminate();
        this.#worker = this.#startWorker();
        this.#warm = false;
      }
      if (this.#failed.size === 0 && this.#request.thread !== undefined) {
        await this.#request.thread.keep(this.#worker);
        this.#kept = true;
      }
    } finally {
      await this.close();
    }
    return {
      linked: this.#linked === undefined ? nothingLinked : parse(this.#linked),
      judged: this.#steps.flatMap((step) => {
        const body = this.#judged.get(step.name);
        return body === undefined ? [] : [parse<JudgedPart>(body)];
      }),
      failures: this.#steps.flatMap((step) => {
        const reason = this.#failed.get(step.name);
        return reason === undefined ? [] : [{ ...step, reason }];
      }),
    };
  }

  async close(): Promise<void> {
    if (!this.#kept) await this.#worker.terminate();
  }

  #startWorker(): Worker {
    const { subject, plugins, approvedPublic, listSuppressed, limits } = this.#request;
    const worker = new Worker(new URL(import.meta.url.endsWith(".ts") ? "./analyst-thread.ts" : "./analyst-thread.js", import.meta.url), {
      ...threadOptions(2 * limits.workerMb),
      name: "analyst",
      workerData: {
        subject,
        plugins: plugins.map(({ specifier, options }) => ({ specifier, options })),
        approvedPublic,
        listSuppressed,
        without: [...this.#judged.keys(), ...this.#failed.keys()],
        compileCache: getCompileCacheDir(),
        keeps: this.#request.thread !== undefined,
      } satisfies AnalystSetup,
    });
    return this.#attend(worker);
  }

  #attend(worker: Worker): Worker {
    worker.once("error", (error: unknown) => this.#deaths.set(worker, describeDeath(error, this.#request.limits)));
    worker.once("exit", () => this.#deaths.has(worker) || this.#deaths.set(worker, "ended its thread"));
    return worker;
  }

  /** As if the thread had never run: a new one does it all. */
  #forget(): void {
    this.#failed.clear();
    this.#judged.clear();
    this.#linked = undefined;
  }

  /** Judges that neither said anything nor failed. */
  #open(): AnalysisStep[] {
    return this.#steps.filter((step) => step.stage === "judge" && !this.#judged.has(step.name) && !this.#failed.has(step.name));
  }

  #blame({ step, reason }: Extract<ThreadEnd, { status: "died" }>): void {
    const culprit = this.#steps.find(({ name }) => name === step);
    if (culprit === undefined) {
      // Nobody to blame it on: everything that is open is lost.
      for (const { name } of [...this.#steps.filter(({ stage }) => stage === "link" && this.#linked === undefined), ...this.#open()]) this.#failed.set(name, reason);
      return;
    }
    this.#failed.set(culprit.name, reason);
    if (culprit.stage === "judge") for (const { name } of this.#open().filter(({ plugin }) => plugin === culprit.plugin)) this.#failed.set(name, `was not run, as ${culprit.name} ${reason}`);
  }

  #runThread(worker: Worker): Promise<ThreadEnd> {
    const { limits, signal, demand, linkInput, judgedFacts, progress, stage } = this.#request;
    return new Promise((resolve, reject) => {
      let current: string | undefined;
      let limitMs = 0;
      const work = new WorkWatch(worker, () => end({ status: "died", step: current, reason: `did not finish within ${limitMs} ms` }));
      const memory = new MemoryWatch(() => worker, 2 * limits.workerMb, () => end({ status: "died", step: current, reason: overfull(limits) }));
      const end = (how: ThreadEnd): void => {
        memory.stop();
        work.stop();
        signal.removeEventListener("abort", abort);
        worker.removeAllListeners("message");
        resolve(how);
      };
      const abort = (): void => end({ status: "died", step: undefined, reason: "was ended" });
      const fail = (error: unknown): void => {
        reject(error);
        end({ status: "died", step: undefined, reason: "was ended" });
      };
      const watch = (ms: number): void => {
        limitMs = ms;
        work.start(ms);
      };
      const post = (message: ToAnalyst, transfer: readonly Uint8Array[] = []): void => worker.postMessage(message, transfer.map(({ buffer }) => buffer).filter((buffer) => buffer instanceof ArrayBuffer));
      const listen = (message: FromAnalyst): void => {
        switch (message.kind) {
          case "entered":
            current = message.step;
            return watch(this.#steps.find(({ name }) => name === current)?.stage === "link" ? limits.linkMs : limits.judgeMs);
          case "left":
            current = undefined;
            return work.stop();
          case "threw":
            current = undefined;
            this.#failed.set(message.step, `threw ${message.reason}`);
            return work.stop();
          case "progress":
            progress(message.note);
            return watch(limits.linkMs);
          case "demand":
            // The waiting is the pool's, which has limits of its own.
            work.stop();
            demand(message.extractor, message.paths).then((pack) => {
              watch(limits.linkMs);
              post({ kind: "demanded", request: message.request, pack }, [pack.bytes]);
            }, fail);
            return undefined;
          case "linked": {
            work.stop();
            this.#linked = message.body;
            const linkFailed = this.#steps.find((step) => step.stage === "link" && this.#failed.has(step.name));
            judgedFacts().then((facts) => {
              stage("judge");
              const reason = linkFailed === undefined ? undefined : this.#failed.get(linkFailed.name);
              post({ kind: "judge", facts, ...(linkFailed !== undefined && { linkFailed: `${linkFailed.name} ${reason}` }) }, facts.map(({ pack }) => pack.bytes));
            }, fail);
            return undefined;
          }
          case "judged":
            current = undefined;
            this.#judged.set(message.step, message.body);
            return work.stop();
          case "finished":
            return end({ status: "finished" });
          default:
            return message satisfies never;
        }
      };
      signal.addEventListener("abort", abort, { once: true });
      if (signal.aborted) return abort();
      const death = this.#deaths.get(worker);
      if (death !== undefined) return end({ status: "died", step: undefined, reason: death });
      worker.on("message", listen);
      worker.once("error", (error: unknown) => end({ status: "died", step: current, reason: describeDeath(error, limits) }));
      worker.once("exit", () => end({ status: "died", step: current, reason: "ended its thread" }));
      linkInput().then((input) => {
        stage("link");
        watch(startMs);
        post({ kind: "link", ...input });
      }, fail);
      return undefined;
    });
  }
}

function describeDeath(error: unknown, limits: ScanLimits): string {
  if (error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY") return overfull(limits);
  return `ended its thread: ${error instanceof Error ? error.message.slice(0, 300) : String(error)}`;
}

function overfull(limits: ScanLimits): string {
  return `used more than ${2 * limits.workerMb} MB of memory`;
}

/** The parsing edge of the thread's answers: our own encoder made them a moment ago. */
function parse<T extends LinkedPart | JudgedPart>(body: Uint8Array): T {
  return JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8"));
}
