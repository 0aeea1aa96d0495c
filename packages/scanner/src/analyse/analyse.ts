import { analysisOf, type Analysis } from "./analysis.ts";
import { Analyst } from "./analyst.ts";
import { packFacts } from "./fact-pack.ts";
import { keepModel, modelKey, recallModel } from "./model-record.ts";
import { nothingLinked, type JudgedFacts } from "./protocol.ts";
import { stepsOf } from "./steps.ts";
import type { Cache } from "../cache/cache.ts";
import type { FactStore } from "../facts/fact-store.ts";
import type { Reading } from "../facts/reading.ts";
import type { BoundExtractor, BoundLinker, LoadedPlugin } from "../plugins/loaded-plugin.ts";
import type { ScanEvent } from "../scan-event.ts";
import type { ApprovedPublic, ScanLimits } from "../scan-request.ts";

export interface AnalyseContext {
  readonly plugins: readonly LoadedPlugin[];
  readonly extractors: readonly BoundExtractor[];
  readonly linkers: readonly BoundLinker[];
  readonly hints: readonly string[];
  readonly approvedPublic: readonly ApprovedPublic[];
  readonly configuration: string;
  readonly limits: ScanLimits;
  readonly cache: Cache;
  readonly store: FactStore;
  readonly reading: Reading;
  /** Whether the tree was scanned before. */
  readonly known: boolean;
  readonly signal: AbortSignal;
  readonly emit: (event: ScanEvent) => void;
}

/** With no more files than this to read, it pays to see whether linking is needed before its thread is started. */
const fewJobs = 200;

/** Reads what has to be read, and links and judges where what is kept does not hold. `model` is the key of what was kept. */
export async function analyse(context: AnalyseContext): Promise<{ readonly analysis: Analysis; readonly model?: string }> {
  const { reading, cache, store, configuration, extractors, linkers, plugins } = context;
  const judged = [...new Set(plugins.flatMap(({ plugin }) => plugin.analysis?.uses ?? []))].sort();
  const keyNow = (): string => modelKey(configuration, reading, extractors, judged, store, linkers.length > 0);
  const jobs = reading.plan();
  if (context.known && jobs.hinted.length + jobs.other.length <= fewJobs) {
    await Promise.all([reading.run(jobs.hinted, "hinted"), reading.run(jobs.other, "other")]);
    const model = keyNow();
    const kept = recallModel(cache, model, reading);
    if (kept !== undefined) return { analysis: kept, model };
    const analysis = await link(context, judged, Promise.resolve(), Promise.resolve());
    return keep(context, analysis, keyNow());
  }
  const hinted = reading.run(jobs.hinted, "hinted");
  const other = reading.run(jobs.other, "other");
  const all = Promise.all([hinted, other]).then(() => undefined);
  all.catch(() => undefined);
  const analysis = await link(context, judged, hinted, all);
  await all;
  return keep(context, analysis, keyNow());
}

function keep({ cache, reading }: AnalyseContext, { analysis, sound }: Linked, model: string): { readonly analysis: Analysis; readonly model?: string } {
  if (!sound || !reading.lasting) return { analysis };
  keepModel(cache, model, analysis, reading);
  return { analysis, model };
}

interface Linked {
  readonly analysis: Analysis;
  /** Whether the same would be found again: no step failed. */
  readonly sound: boolean;
}

async function link({ plugins, extractors, linkers, hints, approvedPublic, limits, reading, signal, emit }: AnalyseContext, judged: readonly string[], hinted: Promise<void>, all: Promise<void>): Promise<Linked> {
  if (stepsOf(plugins).length === 0) {
    await all;
    return { analysis: analysisOf({ linked: nothingLinked, judged: [], failures: [] }, 0, []), sound: true };
  }
  const parsed = new Set<string>();
  const analyst = new Analyst({
    plugins,
    approvedPublic,
    limits,
    signal,
    demand: async (extractor, paths) => {
      const facts = await reading.demand(extractor, paths);
      for (const { path, json } of facts) if (json !== undefined) parsed.add(path);
      return packFacts(facts);
    },
    linkInput: async () => {
      await hinted;
      const files = reading.states.filter(({ file }) => linkers.some(({ linker }) => linker.extensions.some((extension) => file.path.endsWith(extension))));
      return {
        files: files.map(({ file: { path, size, role } }) => ({ path, size, role })),
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
  const end = await analyst.run();
  return { analysis: analysisOf(end, parsed.size, reading.extractOutcomes("on-demand")), sound: end.failures.length === 0 };
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
