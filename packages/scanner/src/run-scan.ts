import type { Outcome, ScanResult } from "@muster/contract";
import { analysisOf, type Analysis } from "./analyse/analysis.ts";
import { analyse } from "./analyse/analyse.ts";
import { cachedModels } from "./analyse/model-memory.ts";
import { readModel } from "./analyse/model-record.ts";
import { nothingLinked } from "./analyse/protocol.ts";
import { Cache } from "./cache/cache.ts";
import { decodeTree, encodeTree, type TreeRecord, type TreeSummary } from "./cache/tree-record.ts";
import { CommitContents } from "./discover/commit-contents.ts";
import { discover, type DiscoveredFile, type Discovery } from "./discover/discover.ts";
import { discoverCommit } from "./discover/discover-commit.ts";
import { headOf, isDirty, type GitState } from "./discover/git-commit.ts";
import { Extraction } from "./extract/extraction.ts";
import type { Pool } from "./extract/pool.ts";
import { FactStore } from "./facts/fact-store.ts";
import { Reading, type ReadingContext } from "./facts/reading.ts";
import { giveShared, takeShared } from "./facts/shared-facts.ts";
import { readHistory } from "./history/read-history.ts";
import { readRepository } from "./history/repository.ts";
import { languageOutcomes } from "./language-outcomes.ts";
import { merge } from "./merge.ts";
import type { LoadedPlugin } from "./plugins/loaded-plugin.ts";
import { pluginStamp } from "./program.ts";
import { Progress } from "./progress.ts";
import type { ScanEvent } from "./scan-event.ts";
import type { ScanLimits, ScanRequest } from "./scan-request.ts";
import { digest, extractSetup, setUp } from "./scan-setup.ts";

/** How a scan ended. `lasting`: another one of the same would find the same. */
interface ScanEnd {
  readonly result: ScanResult;
  readonly lasting: boolean;
}

/** One scan, from the request to the result. */
export async function runScan(request: ScanRequest, signal: AbortSignal, emit: (event: ScanEvent) => void): Promise<ScanEnd> {
  signal.throwIfAborted();
  const { include = [], exclude = [], approvedPublic: approvals = [], waivers = [] } = request;
  const startedMs = Date.now();
  emit({ kind: "stage", stage: "discover" });
  // Git runs while plugins are imported. What goes wrong with it is told once they are.
  const wantedFiles = { root: request.root, include, exclude, cacheFolder: request.cacheFolder, storeWillDo: request.history !== undefined, signal };
  const discovering = request.commit === undefined ? discover(wantedFiles) : discoverCommit(wantedFiles, request.commit);
  discovering.catch(() => undefined);
  const setup = await setUp(request);
  const { plugins, extractors, linkers, hints, limits, threads, date, listSuppressed, approvedPublic, program, configuration } = setup;
  const discovery = await discovering;
  emit({ kind: "discovered", files: discovery.files.length, bytes: discovery.files.reduce((total, { size }) => total + size, 0) });

  const contents = discovery.commit === undefined ? undefined : new CommitContents(discovery.root, signal);
  const place = contents?.folder ?? discovery.root;
  const head = discovery.commit !== undefined ? Promise.resolve(discovery.commit) : discovery.git || discovery.store ? headOf(discovery.root, signal) : Promise.resolve(undefined);
  head.catch(() => undefined);
  const treeKey = digest([discovery.root, include, exclude, discovery.commit]);

  const cache = new Cache(request.cacheFolder);
  let reading: Reading | undefined;
  let pool: Promise<Pool> | undefined;
  try {
    // Told before any work, where there is none.
    const repository = request.history === undefined ? undefined : await readRepository(discovery.root, signal);
    // Where ids are of another kind than ours, nothing is known before the files are read.
    const known = discovery.commit?.length === 64 ? undefined : readTree(cache, treeKey);
    const store = new FactStore(cache, program);
    const context = { root: place, files: discovery.files, extractors, linkers, lost: discovery.outcomes.filter(({ status }) => status === "failed").length, hints, known, store, limits, progress: new Progress(emit), provide: async (files: readonly DiscoveredFile[]) => contents?.provide(files) };
    const threadSetup = extractSetup(setup, place, repository && discovery.root);
    const startPool = (): Promise<Pool> => (pool ??= import("./extract/pool.ts").then((module) => new module.Pool(threadSetup, threads, limits)));
    const endPool = async (): Promise<void> => {
      const ended = pool;
      pool = undefined;
      await (await ended)?.close();
    };
    const startExtraction: ReadingContext["startExtraction"] = (onEnd) => new Extraction(startPool, threads, signal, onEnd);
    emit({ kind: "stage", stage: "read" });
    if (request.sharedFacts !== undefined && discovery.commit !== undefined) await takeShared(request.sharedFacts, discovery.files, { extractors, linkers, hints, limits, store });
    reading = new Reading({ ...context, startExtraction });
    const { unchanged, sourcesChanged } = await reading.identify();
    const before = unchanged && known?.summary.configuration === configuration ? known.summary : undefined;
    const kept = before?.model === undefined ? undefined : readModel(cache, before.model);

    let analysis: Analysis;
    let summary: TreeSummary;
    if (discovery.store) {
      analysis = analysisOf({ linked: nothingLinked, judged: [], failures: [] }, 0, []);
      summary = { configuration, ...(await gitSummary(discovery, reading, await head, undefined, signal)), outcomes: [], analysed: 0 };
    } else if (kept !== undefined && before !== undefined) {
      analysis = kept;
      summary = { ...before, ...(await gitSummary(discovery, reading, await head, before, signal)) };
    } else {
      const found = await analyse({ plugins, extractors, linkers, hints, approvedPublic, listSuppressed, configuration, limits, models: cachedModels(cache), store, reading, known: known !== undefined, sourcesChanged, signal, emit });
      analysis = found.analysis;
      summary = {
        configuration,
        ...(found.model !== undefined && { model: found.model }),
        ...(await gitSummary(discovery, reading, await head, undefined, signal)),
        outcomes: reading.extractOutcomes("always"),
        analysed: reading.states.filter((state) => state.id !== "").length,
      };
    }
    if (request.sharedFacts !== undefined && discovery.commit !== undefined) await giveShared(request.sharedFacts, store);
    const history = repository === undefined ? undefined : await readHistory({ root: discovery.root, repository, plugins, extractors, cache, store, configuration: historyConfiguration(program, plugins, limits, [include, exclude, repository.prefix]), lets: discovery.lets, dangling: request.history?.dangling === true, limits, startExtraction: (onEnd) => new Extraction(startPool, threads, signal, onEnd, historyPatience), endReading: endPool, emit, signal });
    emit({ kind: "stage", stage: "merge" });
    if (!discovery.store && (kept === undefined || summary.commit !== before?.commit || summary.dirty !== before?.dirty)) {
      cache.put("tree", treeKey, encodeTree(reading.states.map(({ file, id, stats }) => ({ file: { path: file.path, size: stats.size, mtimeMs: stats.mtimeMs, ctimeMs: stats.ctimeMs, ino: stats.ino, id } })), summary, startedMs));
    }
    await endPool();
    // Closed first: what it has to say of its own writing belongs into the result.
    cache.close();
    const outcomes: Outcome[] = [...discovery.outcomes, ...reading.readOutcomes(), ...summary.outcomes, ...cache.outcomes, ...languageOutcomes(discovery, linkers)];
    signal.throwIfAborted();
    // What was found without a failure is kept as a model. Of a history nothing says so.
    const lasting = discovery.store || summary.model !== undefined;
    const result = merge({ plugins, discovery, git: gitOf(summary), configuration: request.configuration, listSuppressed, outcomes, analysed: summary.analysed, analysis, waiving: { waivers, approvals, date }, blobOf: (path) => reading?.state(path)?.id || undefined, history, baseline: request.baseline });
    return { result, lasting };
  } finally {
    await (await pool?.catch(() => undefined))?.close();
    cache.close();
    await contents?.close();
  }
}

/** A history has many versions of one file, and of a hundred thousand contents a few are slow on a busy machine: they are no reason to give up the rest. */
const historyPatience = 50;

/** Of the plugins that judge histories alone: others change nothing of it. */
function historyConfiguration(program: string, plugins: readonly LoadedPlugin[], limits: ScanLimits, rest: readonly unknown[]): string {
  return digest([program, plugins.filter(({ plugin }) => plugin.history !== undefined).map((plugin) => [pluginStamp(plugin), plugin.options]), limits.fileBytes, rest]);
}

function readTree(cache: Cache, key: string): TreeRecord | undefined {
  const body = cache.get("tree", key);
  return body === undefined ? undefined : decodeTree(body);
}

/** What the commit says; taken over where neither it nor any file changed. */
async function gitSummary(discovery: Discovery, reading: Reading, commit: string | undefined, before: TreeSummary | undefined, signal: AbortSignal): Promise<Partial<GitState>> {
  if (commit === undefined) return {};
  if (discovery.commit !== undefined) return { commit, dirty: false };
  if (discovery.store) return { commit };
  if (before?.commit === commit) return { commit, ...(before.dirty !== undefined && { dirty: before.dirty }) };
  const scanned = reading.states.filter((state) => state.id !== "").length;
  const dirty = await isDirty(discovery.root, commit, scanned, (path) => reading.state(path)?.id || undefined, (path) => discovery.lets(path) && reading.state(path) === undefined, signal);
  return { commit, ...(dirty !== undefined && { dirty }) };
}

function gitOf({ commit, dirty }: Partial<GitState>): GitState | undefined {
  return commit === undefined ? undefined : { commit, ...(dirty !== undefined && { dirty }) };
}
