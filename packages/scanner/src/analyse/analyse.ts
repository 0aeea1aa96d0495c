import { analysisOf, type Analysis } from "./analysis.ts";
import { Analyst } from "./analyst.ts";
import { packFacts } from "./fact-pack.ts";
import type { ModelMemory } from "./model-memory.ts";
import { modelKey } from "./model-record.ts";
import { nothingLinked, type JudgedFacts } from "./protocol.ts";
import { stepsOf } from "./steps.ts";
import type { WarmThread } from "./warm-thread.ts";
import type { FactStore } from "../facts/fact-store.ts";
import type { Reading } from "../facts/reading.ts";
import { isLinked, type BoundExtractor, type BoundLinker, type LoadedPlugin } from "../plugins/loaded-plugin.ts";
import type { ScanEvent } from "../scan-event.ts";
import type { ApprovedPublic, ScanLimits } from "../scan-request.ts";

export interface AnalyseContext {
  readonly plugins: readonly LoadedPlugin[];
  readonly extractors: readonly BoundExtractor[];
  readonly linkers: readonly BoundLinker[];
  readonly hints: readonly string[];
  readonly approvedPublic: readonly ApprovedPublic[];
  readonly listSuppressed: boolean;
  readonly configuration: string;
  readonly limits: ScanLimits;
  readonly models: ModelMemory;
  /** Holds the thread between the scans of a history. */
  readonly thread?: WarmThread;
  readonly store: FactStore;
  readonly reading: Reading;
  /** Whether the tree was scanned before. */
  readonly known: boolean;
  /** Whether files that linkers link may have changed since. */
  readonly sourcesChanged: boolean;
  readonly signal: AbortSignal;
  readonly emit: (event: ScanEvent) => void;
}

/** With no more files than this to read, it pays to see whether linking is needed before its thread is started. */
const fewJobs = 200;

/** Reads what has to be read, and links and judges where what is kept does not hold. `model` is the key of what was kept. */
export async function analyse(context: AnalyseContext): Promise<Analysed> {
  const { reading, models, configuration, extractors, linkers, plugins } = context;
  const judged = [...new Set(plugins.flatMap(({ plugin }) => plugin.analysis?.uses ?? []))].sort();
  const keyNow = (): string => modelKey(configuration, reading, extractors, judged, linkers.length > 0);
  const jobs = reading.plan();
  const few = context.known && jobs.hinted.length + jobs.other.length <= fewJobs;
  const hinted = reading.run(jobs.hinted, "hinted");
  const all = Promise.all([hinted, reading.run(jobs.other, "other")]).then(() => undefined);
  // Awaited below, after the thread was started.
  all.catch(() => undefined);
  const start = (): Linking => startLinking(context, judged, hinted, all);
  // Its thread imports the plugins while files are read; where a kept model may well hold, it is waited for first.
  let linking = few && !context.sourcesChanged ? undefined : start();
  try {
    if (few) {
      await all;
      const model = keyNow();
      const kept = await models.recall(model, reading);
      if (kept !== undefined) {
        // With what it rests on now, where that only says the same.
        if (context.sourcesChanged && reading.lasting) models.keep(model, kept, reading);
        return { analysis: kept, model };
      }
    }
    const { analysis, sound } = await (linking ??= start()).run();
    await all;
    if (!sound || !reading.lasting) return { analysis };
    const model = keyNow();
    models.keep(model, analysis, reading);
    return { analysis, model };
  } finally {
    await linking?.close();
  }
}

export interface Analysed {
  readonly analysis: Analysis;
  readonly model?: string;
}

/** A thread for linking and judging that is on its way. `sound`: the same would be found again, as no step failed. */
interface Linking {
  run(): Promise<{ readonly analysis: Analysis; readonly sound: boolean }>;
  close(): Promise<void>;
}

function startLinking({ plugins, extractors, linkers, hints, approvedPublic, listSuppressed, limits, models, reading, thread, signal, emit }: AnalyseContext, judged: readonly string[], hinted: Promise<void>, all: Promise<void>): Linking {
  if (stepsOf(plugins).length === 0) return { run: () => all.then(() => ({ analysis: analysisOf({ linked: nothingLinked, judged: [], failures: [] }, 0, []), sound: true })), close: () => Promise.resolve() };
  const parsed = new Set<string>();
  const sieves = new Set(linkers.map(({ linker }) => linker.sieve));
  const analyst = new Analyst({
    subject: "tree",
    plugins,
    approvedPublic,
    listSuppressed,
    limits,
    ...(thread !== undefined && { thread }),
    signal,
    demand: async (extractor, paths) => {
      const facts = await reading.demand(extractor, paths);
      for (const { path, json } of facts) if (json !== undefined && !sieves.has(extractor)) parsed.add(path);
      return packFacts(facts);
    },
    linkInput: async () => {
      await hinted;
      const files = reading.states.filter(({ file }) => isLinked(file.path, linkers));
      return {
        files: files.map(({ file: { path, size, role } }) => ({ path, size, role })),
        ahead: models.ahead(),
        hints: files.filter((state) => state.hints.length > 0).map((state) => [state.file.path, state.hints.map((place) => hints[place] ?? "")] as const),
      };
    },
    judgedFacts: async () => {
      await all;
      return judged.map((name) => judgedFacts(name, extractors, reading));
    },
    progress: (text) => emit({ kind: "note", text }),
    stage: (stage) => emit({ kind: "stage", stage }),
  });
  return {
    run: async () => {
      const end = await analyst.run();
      // As if what was brought for nothing had never been asked for.
      const needless = new Set(end.linked.needless);
      const outcomes = reading.extractOutcomes("on-demand").filter(({ path }) => path === undefined || !needless.has(path));
      return { analysis: analysisOf(end, [...parsed].filter((path) => !needless.has(path)).length, outcomes), sound: end.failures.length === 0 };
    },
    close: () => analyst.close(),
  };
}

function judgedFacts(name: string, extractors: readonly BoundExtractor[], reading: Reading): JudgedFacts {
  const place = extractors.findIndex(({ extractor }) => extractor.name === name);
  // What an extractor that was given up yielded before depends on the order of work.
  const usable = !reading.extraction.abandoned.has(place);
  const facts = reading.states.flatMap(({ file: { path }, facts }) => {
    const fact = facts.get(place);
    return usable && fact?.kind === "fact" ? [{ path, json: fact.json }] : [];
  });
  return { extractor: name, pack: packFacts(facts), unread: reading.unread(place) };
}
