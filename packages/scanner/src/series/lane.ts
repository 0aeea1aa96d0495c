import type { ScanResult } from "@muster/contract";
import { analyse } from "../analyse/analyse.ts";
import type { Analysis } from "../analyse/analysis.ts";
import { RecentModels } from "../analyse/model-memory.ts";
import { WarmThread } from "../analyse/warm-thread.ts";
import type { DiscoveredFile, Discovery } from "../discover/discover.ts";
import { discoverCommit } from "../discover/discover-commit.ts";
import { Extraction } from "../extract/extraction.ts";
import { FactStore } from "../facts/fact-store.ts";
import { Reading } from "../facts/reading.ts";
import { languageOutcomes } from "../language-outcomes.ts";
import { merge } from "../merge.ts";
import { Progress } from "../progress.ts";
import type { Series } from "./series.ts";

/** One commit of a series. */
export interface CommitScan {
  readonly commit: string;
  /** The very result of a scan of this commit by itself. Merged when it is asked for. */
  result(): ScanResult;
  /** Whether what an earlier commit was linked and judged to be holds for this one, too. */
  readonly reused: boolean;
}

/**
 * Scans commits one after the other with one thread that links and judges, and takes over from each what holds for the
 * next. Lanes of one series work side by side, each on a stretch of its own.
 */
export class Lane {
  readonly #series: Series;
  readonly #store: FactStore;
  readonly #models: RecentModels;
  readonly #thread = new WarmThread();
  #before: { readonly reading: Reading; readonly analysis: Analysis } | undefined;

  constructor(series: Series) {
    this.#series = series;
    this.#store = new FactStore(series.cache, series.setup.program);
    this.#models = new RecentModels(series.cache);
  }

  /** @param reference What leads to a commit. The whole id of one is taken for what it is. */
  async scan(reference: string): Promise<CommitScan> {
    const { request, setup, signal } = this.#series;
    const { root, include = [], exclude = [], cacheFolder } = request;
    signal.throwIfAborted();
    const discovery = await discoverCommit({ root, include, exclude, cacheFolder, storeWillDo: false, signal }, isWhole(reference) ? { id: reference } : reference);
    const reading = this.#read(discovery);
    const { analysis } = await analyse({ ...setup, models: this.#models, thread: this.#thread, store: this.#store, reading, known: true, sourcesChanged: false, signal, emit: () => undefined });
    const reused = analysis === this.#before?.analysis;
    this.#before = { reading, analysis };
    this.#store.release();
    return { commit: discovery.commit ?? reference, reused, result: () => this.#merge(discovery, reading, analysis) };
  }

  async close(): Promise<void> {
    await this.#thread.close();
    this.#models.flush();
  }

  #read({ files, outcomes }: Discovery): Reading {
    const { setup, contents, signal } = this.#series;
    const { extractors, linkers, hints, limits, threads } = setup;
    return new Reading({
      root: contents.folder,
      files,
      extractors,
      linkers,
      lost: outcomes.filter(({ status }) => status === "failed").length,
      hints,
      known: undefined,
      store: this.#store,
      limits,
      progress: new Progress(() => undefined),
      provide: (wanted: readonly DiscoveredFile[]) => contents.provide(wanted),
      startExtraction: (onEnd) => new Extraction(() => this.#series.startPool(), threads, signal, onEnd),
      ...(this.#before !== undefined && { before: this.#before.reading }),
    });
  }

  #merge(discovery: Discovery, reading: Reading, analysis: Analysis): ScanResult {
    const { request, setup, cache } = this.#series;
    const { plugins, linkers, listSuppressed, date } = setup;
    const { configuration, waivers = [], approvedPublic: approvals = [] } = request;
    return merge({
      plugins,
      discovery,
      git: { commit: discovery.commit ?? "", dirty: false },
      configuration,
      listSuppressed,
      outcomes: [...discovery.outcomes, ...reading.readOutcomes(), ...reading.extractOutcomes("always"), ...cache.outcomes, ...languageOutcomes(discovery, linkers)],
      analysed: reading.states.filter((state) => state.id !== "").length,
      analysis,
      waiving: { waivers, approvals, date },
      blobOf: (path) => reading.state(path)?.id || undefined,
      history: undefined,
      baseline: undefined,
    });
  }
}

function isWhole(reference: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(reference);
}
