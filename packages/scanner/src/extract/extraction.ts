import type { DiscoveredFile } from "../discover/discover.ts";
import type { Fact } from "../facts/fact.ts";
import { batchesOf } from "./batches.ts";
import type { BatchEnd, Pool } from "./pool.ts";
import type { ExtractedFile } from "./task.ts";

/** One file that has to be read, and what is to be made of it. */
export interface ExtractJob {
  readonly file: DiscoveredFile;
  /** Content id, where it is read from the repository's store in place of the tree. */
  readonly blob?: string;
  /** Content id that the file must have. */
  readonly expected?: string | undefined;
  /** Places of the extractors to run. */
  readonly extractors: readonly number[];
  readonly hints: boolean;
  /** Whether another job reads the same file once more. */
  readonly ahead?: true;
  /** True for files that linking asked for. */
  readonly demanded: boolean;
}

/** A fact and whether the same bytes give it again. */
export interface JobFact {
  readonly extractor: number;
  readonly fact: Fact;
  readonly lasting: boolean;
}

export type JobEnd = { readonly status: "read"; readonly content: Extract<ExtractedFile, { status: "read" }>; readonly facts: readonly JobFact[] } | Extract<ExtractedFile, { status: "unread" }>;

/** Jobs of a lane start before those of the lanes after it. */
export type Lane = "demanded" | "hinted" | "other";
const lanes: readonly Lane[] = ["demanded", "hinted", "other"];

/** Files on which an extractor may hang or crash before it is given up for the whole scan. */
const usualPatience = 3;
/** Starts of a batch whose thread dies before its first file. */
const starts = 3;

interface Batch {
  readonly jobs: readonly ExtractJob[];
  readonly attempt: number;
  readonly settled: (error?: unknown) => void;
}

/**
 * Hands jobs to the pool in batches, as many at a time as it has threads, and brings every job to an end: where a
 * thread hangs or dies, the extractor and the file at which it was are set aside and the rest of the batch is run again.
 */
export class Extraction {
  /** Extractors that were given up, with the reason. What they yielded before depends on the order of work, and is not to be used. */
  readonly abandoned: Map<number, string> = new Map();
  readonly #startPool: () => Promise<Pool>;
  readonly #threads: number;
  readonly #patience: number;
  readonly #signal: AbortSignal;
  readonly #onEnd: (job: ExtractJob, end: JobEnd) => void;
  readonly #waiting: Readonly<Record<Lane, Batch[]>> = { demanded: [], hinted: [], other: [] };
  readonly #setAside = new Map<string, Map<number, string>>();
  readonly #strikes = new Map<number, number>();
  #pool: Promise<Pool> | undefined;
  #running = 0;

  constructor(startPool: () => Promise<Pool>, threads: number, signal: AbortSignal, onEnd: (job: ExtractJob, end: JobEnd) => void, patience: number = usualPatience) {
    this.#patience = patience;
    this.#startPool = startPool;
    this.#threads = threads;
    this.#signal = signal;
    this.#onEnd = onEnd;
  }

  /** Resolves when all jobs have ended; rejects by the signal alone. */
  async run(jobs: readonly ExtractJob[], lane: Lane): Promise<void> {
    this.#signal.throwIfAborted();
    await Promise.all(
      batchesOf(jobs, this.#threads).map(
        (batch) =>
          new Promise<void>((resolve, reject) => {
            this.#waiting[lane].push({ jobs: batch, attempt: 1, settled: (error) => (error === undefined ? resolve() : reject(error)) });
            this.#start();
          }),
      ),
    );
  }

  async close(): Promise<void> {
    await (await this.#pool)?.close();
  }

  #start(): void {
    while (this.#running < this.#threads) {
      const lane = lanes.find((name) => this.#waiting[name].length > 0);
      const batch = lane === undefined ? undefined : this.#waiting[lane].shift();
      if (lane === undefined || batch === undefined) return;
      this.#running++;
      this.#runBatch(batch, lane).then(
        () => undefined,
        (error: unknown) => batch.settled(error),
      ).finally(() => {
        this.#running--;
        this.#start();
      });
    }
  }

  async #runBatch(batch: Batch, lane: Lane): Promise<void> {
    const pool = await (this.#pool ??= this.#startPool());
    const sent = batch.jobs.map((job) => ({ job, extractors: job.extractors.filter((place) => this.#reasonAgainst(job, place) === undefined) }));
    const end = await pool.run(
      sent.map(({ job: { file, blob, expected, hints }, extractors }) => ({ path: file.path, size: file.size, role: file.role, extractors, hints, ...(file.raw !== undefined && { raw: file.raw }), ...(blob !== undefined && { blob }), ...(expected !== undefined && { expected }) })),
      this.#signal,
    );
    if (end.status === "fault") return this.#retry(batch, lane, end);
    let at = 0;
    for (const [index, { job, extractors }] of sent.entries()) {
      const content = end.reply.files[index];
      if (content === undefined) throw new Error(`The pool lost ${job.file.path}.`);
      if (content.status === "unread") {
        this.#onEnd(job, content);
        continue;
      }
      const made = new Map<number, Fact>();
      for (const [order, place] of extractors.entries()) {
        const fact = content.facts[order];
        if (fact?.kind === "fact") {
          made.set(place, { kind: "fact", json: end.reply.bytes.subarray(at, at + fact.length) });
          at += fact.length;
        } else if (fact !== undefined) made.set(place, fact);
      }
      const facts = job.extractors.map((extractor): JobFact => {
        const fact = made.get(extractor);
        return fact === undefined ? { extractor, fact: { kind: "failed", reason: this.#reasonAgainst(job, extractor) ?? "was not run" }, lasting: false } : { extractor, fact, lasting: true };
      });
      this.#onEnd(job, { status: "read", content, facts });
    }
    batch.settled();
  }

  #retry(batch: Batch, lane: Lane, fault: Extract<BatchEnd, { status: "fault" }>): void {
    const culprit = batch.jobs[fault.file];
    if (culprit === undefined || !fault.started) {
      if (batch.attempt < starts) return this.#again([{ ...batch, attempt: batch.attempt + 1 }], lane);
      for (const job of batch.jobs) this.#onEnd(job, { status: "unread", outcome: { status: "failed", reason: `The thread that was to read it ${fault.reason}.` } });
      return batch.settled();
    }
    // Memory fills up over a batch: only a file that does it alone is to blame.
    if (fault.cause !== "hung" && batch.jobs.length > 1) {
      const open = { count: 2 };
      const settled = (error?: unknown): void => {
        open.count--;
        if (error !== undefined || open.count === 0) batch.settled(error);
      };
      const rest = batch.jobs.filter((job) => job !== culprit);
      return this.#again([{ jobs: [culprit], attempt: 1, settled }, { jobs: rest, attempt: 1, settled }], lane);
    }
    if (fault.extractor === -1) {
      this.#onEnd(culprit, { status: "unread", outcome: { status: "failed", reason: `Reading it ${fault.reason}.` } });
      const rest = batch.jobs.filter((job) => job !== culprit);
      return rest.length === 0 ? batch.settled() : this.#again([{ ...batch, jobs: rest, attempt: 1 }], lane);
    }
    const reasons = this.#setAside.get(nameOf(culprit)) ?? new Map<number, string>();
    this.#setAside.set(nameOf(culprit), reasons.set(fault.extractor, fault.reason));
    const strikes = (this.#strikes.get(fault.extractor) ?? 0) + 1;
    this.#strikes.set(fault.extractor, strikes);
    if (strikes >= this.#patience) this.abandoned.set(fault.extractor, fault.reason);
    return this.#again([batch], lane);
  }

  /** To the front: what was begun is finished first. */
  #again(batches: readonly Batch[], lane: Lane): void {
    this.#waiting[lane].unshift(...batches);
  }

  #reasonAgainst(job: ExtractJob, extractor: number): string | undefined {
    return this.#setAside.get(nameOf(job))?.get(extractor) ?? this.abandoned.get(extractor);
  }
}

/** Two contents of the history can have one path. */
function nameOf({ file, blob }: ExtractJob): string {
  return blob === undefined ? file.path : `${blob} ${file.path}`;
}
