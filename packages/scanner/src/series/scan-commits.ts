import type { ScanResult } from "@muster/contract";
import { analyse } from "../analyse/analyse.ts";
import type { Analysis } from "../analyse/analysis.ts";
import { RecentModels } from "../analyse/model-memory.ts";
import { WarmThread } from "../analyse/warm-thread.ts";
import { Cache } from "../cache/cache.ts";
import { CommitContents } from "../discover/commit-contents.ts";
import { resolveRoot, type DiscoveredFile, type Discovery } from "../discover/discover.ts";
import { discoverCommit } from "../discover/discover-commit.ts";
import { Extraction } from "../extract/extraction.ts";
import type { Pool } from "../extract/pool.ts";
import { FactStore } from "../facts/fact-store.ts";
import { Reading } from "../facts/reading.ts";
import { merge } from "../merge.ts";
import { languageOutcomes } from "../language-outcomes.ts";
import { Progress } from "../progress.ts";
import type { ScanRequest } from "../scan-request.ts";
import { digest, extractSetup, setUp, type ScanSetup } from "../scan-setup.ts";
import { DigestMemory, type Digester } from "./digest-memory.ts";

/** One commit of a series. */
export interface CommitScan {
  readonly commit: string;
  /** The very result of a scan of this commit by itself. Merged when it is asked for. */
  result(): ScanResult;
  /** Whether what an earlier commit was linked and judged to be holds for this one, too. */
  readonly reused: boolean;
}

/** One commit of a digested series. */
export interface CommitDigest<T> {
  readonly commit: string;
  /** The same object for commits that come to the same. */
  readonly digest: T;
}

type SeriesRequest = Omit<ScanRequest, "commit" | "history" | "baseline">;

/**
 * Scans commits of one repository one after the other, each as `scan` would, with what it takes to do so shared: plugins
 * are loaded once, no content is read twice, what did not change since the commit before is not looked at, and
 * a commit that touches nothing that its analysis would rest on takes over the analysis. Nothing is checked out.
 */
export async function* scanCommits(request: SeriesRequest, commits: Iterable<string>): AsyncGenerator<CommitScan, void, void> {
  const signal = request.signal ?? new AbortController().signal;
  const series = new Series(request, await setUp(request), signal);
  try {
    for (const commit of commits) yield await series.scan(commit);
  } finally {
    await series.close();
  }
}

/** The same for what is made of each result; a commit of which it is kept is not scanned again. */
export async function* digestCommits<T>(request: SeriesRequest, commits: Iterable<string>, digester: Digester<T>): AsyncGenerator<CommitDigest<T>, void, void> {
  const signal = request.signal ?? new AbortController().signal;
  const series = new Series(request, await setUp(request), signal);
  try {
    const digests = series.digests(digester);
    for (const commit of commits) {
      const kept = digests.recall(commit);
      yield { commit, digest: kept ?? digests.keep(commit, (await series.scan(commit)).result()) };
    }
  } finally {
    await series.close();
  }
}

class Series {
  readonly #request: ScanRequest;
  readonly #setup: ScanSetup;
  readonly #signal: AbortSignal;
  readonly #cache: Cache;
  readonly #store: FactStore;
  readonly #models: RecentModels;
  readonly #thread = new WarmThread();
  readonly #contents: CommitContents;
  #pool: Promise<Pool> | undefined;
  #before: { readonly reading: Reading; readonly analysis: Analysis } | undefined;

  constructor(request: ScanRequest, setup: ScanSetup, signal: AbortSignal) {
    this.#request = request;
    this.#setup = setup;
    this.#signal = signal;
    this.#contents = new CommitContents(resolveRoot(request.root), signal);
    this.#cache = new Cache(request.cacheFolder);
    this.#store = new FactStore(this.#cache, setup.program);
    this.#models = new RecentModels(this.#cache);
  }

  async scan(reference: string): Promise<CommitScan> {
    const { root, include = [], exclude = [], cacheFolder } = this.#request;
    this.#signal.throwIfAborted();
    const discovery = await discoverCommit({ root, include, exclude, cacheFolder, storeWillDo: false, signal: this.#signal }, reference);
    const reading = this.#read(discovery);
    const { analysis } = await analyse({ ...this.#setup, models: this.#models, thread: this.#thread, store: this.#store, reading, known: true, sourcesChanged: false, signal: this.#signal, emit: () => undefined });
    const reused = analysis === this.#before?.analysis;
    this.#before = { reading, analysis };
    this.#store.release();
    return { commit: discovery.commit ?? reference, reused, result: () => this.#merge(discovery, reading, analysis) };
  }

  digests<T>(digester: Digester<T>): DigestMemory<T> {
    const { include, exclude, waivers, approvedPublic, configuration } = this.#request;
    const dated = [...(waivers ?? []), ...(approvedPublic ?? [])].some(({ expires }) => expires !== undefined);
    return new DigestMemory(this.#cache, digester, digest([this.#setup.configuration, resolveRoot(this.#request.root), include, exclude, waivers, approvedPublic, configuration, dated ? this.#setup.date : undefined]));
  }

  async close(): Promise<void> {
    await this.#thread.close();
    await (await this.#pool?.catch(() => undefined))?.close();
    this.#models.flush();
    this.#cache.close();
    this.#contents.close();
  }

  #read({ files, outcomes }: Discovery): Reading {
    const { extractors, linkers, hints, limits, threads } = this.#setup;
    const startPool = (): Promise<Pool> => (this.#pool ??= import("../extract/pool.ts").then((module) => new module.Pool(extractSetup(this.#setup, this.#contents.folder), threads, limits)));
    return new Reading({
      root: this.#contents.folder,
      files,
      extractors,
      linkers,
      lost: outcomes.filter(({ status }) => status === "failed").length,
      hints,
      known: undefined,
      store: this.#store,
      limits,
      progress: new Progress(() => undefined),
      provide: (wanted: readonly DiscoveredFile[]) => this.#contents.provide(wanted),
      startExtraction: (onEnd) => new Extraction(startPool, threads, this.#signal, onEnd),
      ...(this.#before !== undefined && { before: this.#before.reading }),
    });
  }

  #merge(discovery: Discovery, reading: Reading, analysis: Analysis): ScanResult {
    const { plugins, linkers, listSuppressed, date } = this.#setup;
    const { configuration, waivers = [], approvedPublic: approvals = [] } = this.#request;
    return merge({
      plugins,
      discovery,
      git: { commit: discovery.commit ?? "", dirty: false },
      configuration,
      listSuppressed,
      outcomes: [...discovery.outcomes, ...reading.readOutcomes(), ...reading.extractOutcomes("always"), ...this.#cache.outcomes, ...languageOutcomes(discovery, linkers)],
      analysed: reading.states.filter((state) => state.id !== "").length,
      analysis,
      waiving: { waivers, approvals, date },
      blobOf: (path) => reading.state(path)?.id || undefined,
      history: undefined,
      baseline: undefined,
    });
  }
}
