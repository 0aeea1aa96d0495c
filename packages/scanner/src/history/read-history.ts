import { hash } from "node:crypto";
import { compareText } from "@muster/contract";
import type { Cache } from "../cache/cache.ts";
import type { ExtractJob, Extraction, JobEnd } from "../extract/extraction.ts";
import type { FactStore } from "../facts/fact-store.ts";
import type { BoundExtractor, LoadedPlugin } from "../plugins/loaded-plugin.ts";
import type { ScanEvent } from "../scan-event.ts";
import type { ScanLimits } from "../scan-request.ts";
import { emptyGraph, pushOrder, readCommits, type CommitGraph } from "./commit-graph.ts";
import { ContentFacts } from "./content-facts.ts";
import { gapOutcomes, soundHistoryResult, type Gaps } from "./gaps.ts";
import { historyFindings } from "./history-findings.ts";
import type { HistoryPart } from "./history-part.ts";
import { HistoryState } from "./history-state.ts";
import { HistoryProgress } from "./history-progress.ts";
import { judgeHistory, type PlacedFact } from "./judge-history.ts";
import type { ContentEvent } from "./lives.ts";
import { nowhere } from "./nowhere.ts";
import { eachObject } from "./object-list.ts";
import { findContents, findEvents, type ChangesContext } from "./read-changes.ts";
import type { Repository } from "./repository.ts";

export interface HistoryContext {
  readonly root: string;
  readonly repository: Repository;
  readonly plugins: readonly LoadedPlugin[];
  readonly extractors: readonly BoundExtractor[];
  readonly cache: Cache;
  readonly store: FactStore;
  /** Digest of all that facts and judgements depend on beside the repository. */
  readonly configuration: string;
  readonly lets: (path: string) => boolean;
  /** Whether what no ref reaches is looked at too. */
  readonly dangling: boolean;
  readonly limits: ScanLimits;
  readonly startExtraction: (onEnd: (job: ExtractJob, end: JobEnd) => void) => Extraction;
  /** Ends the threads that read: judging gets their memory. */
  readonly endReading: () => Promise<void>;
  readonly emit: (event: ScanEvent) => void;
  readonly signal: AbortSignal;
}

/** Everything that the commits of a repository ever held, looked at once by content. */
export async function readHistory(context: HistoryContext): Promise<HistoryPart> {
  const { root, repository, cache, configuration, dangling } = context;
  const key = hash("sha1", JSON.stringify([root, dangling]));
  const known = readPart(cache, `${key} result`);
  if (known !== undefined && known.configuration === configuration && known.state === repository.state) return known.part;
  const reader = new HistoryReader(context, readState(cache, `${key} state`, configuration, repository.idWidth));
  const part = await reader.read();
  cache.put("history", `${key} state`, Buffer.concat([Buffer.from(configuration), reader.state.encode()]));
  cache.put("history", `${key} result`, Buffer.from(JSON.stringify({ configuration, state: repository.state, part } satisfies KeptPart)));
  return part;
}

interface KeptPart {
  readonly configuration: string;
  readonly state: string;
  readonly part: HistoryPart;
}

/** The parsing edge: the checksum says that it is what was written, the configuration by which program. */
function readPart(cache: Cache, key: string): KeptPart | undefined {
  const body = cache.get("history", key);
  return body === undefined ? undefined : JSON.parse(Buffer.from(body.buffer, body.byteOffset, body.byteLength).toString("utf8"));
}

function readState(cache: Cache, key: string, configuration: string, idWidth: number): HistoryState {
  const body = cache.get("history", key);
  if (body === undefined || Buffer.from(body.subarray(0, configuration.length)).toString("latin1") !== configuration) return new HistoryState(idWidth);
  const state = HistoryState.decode(body.subarray(configuration.length));
  return state.done.width === idWidth ? state : new HistoryState(idWidth);
}

class HistoryReader {
  state: HistoryState;
  readonly #context: HistoryContext;
  readonly #graph: CommitGraph;
  readonly #broken: string[] = [];
  readonly #wanted: readonly number[];
  readonly #progress: HistoryProgress;
  #facts: ContentFacts;
  #uncompared: Gaps["uncompared"] = { count: 0, reason: "" };

  constructor(context: HistoryContext, state: HistoryState) {
    const { repository, plugins, extractors } = context;
    this.#context = context;
    this.state = state;
    this.#graph = emptyGraph(repository.idWidth);
    this.#progress = new HistoryProgress(context.emit);
    const uses = new Set(plugins.flatMap(({ plugin }) => plugin.history?.uses ?? []));
    this.#wanted = extractors.flatMap(({ extractor }, place) => (uses.has(extractor.name) ? [place] : []));
    this.#facts = this.#newFacts();
  }

  async read(): Promise<HistoryPart> {
    const { emit } = this.#context;
    emit({ kind: "stage", stage: "history" });
    await this.#readCommits();
    const commits = await this.#commitsToCompare();
    emit({ kind: "note", text: `${commits.length} commits to compare` });
    const end = await findContents(this.#changes(), commits);
    if (end.failed.length > 0) this.#uncompared = { count: end.failed.length, reason: end.reason };
    await this.#readContents();
    const failed = new Set(end.failed);
    const compared = commits.filter((commit) => !failed.has(commit));
    await this.#context.endReading();
    await findEvents(this.#changes(), compared);
    for (const commit of compared) this.state.done.addHex(this.#graph.ids.hex(commit));
    return this.#judge();
  }

  #changes(): ChangesContext {
    const { root, repository, lets, signal } = this.#context;
    return { root, graph: this.#graph, state: this.state, relative: repository.prefix !== "", lets, signal };
  }

  #newFacts(): ContentFacts {
    const { extractors, store, limits, startExtraction } = this.#context;
    return new ContentFacts({ state: this.state, extractors, wanted: this.#wanted, store, limits, startExtraction, ended: (bytes) => this.#progress.ended(bytes) });
  }

  async #readCommits(): Promise<void> {
    const { root, repository, dangling, signal } = this.#context;
    const end = await readCommits(root, this.#graph, ["--all"], signal);
    if (end.status === "failed") this.#broken.push(end.reason);
    this.#graph.unreachableFrom = this.#graph.ids.size;
    if (!dangling) return;
    const lost: string[] = [];
    await eachObject(root, (text, at, type) => {
      if (type === "commit" && this.#graph.ids.find(text, at) === -1) lost.push(text.toString("latin1", at, at + 2 * repository.idWidth));
    }, signal);
    const lostEnd = lost.length === 0 ? end : await readCommits(root, this.#graph, ["--not", "--all"], signal, lost);
    if (lostEnd !== end && lostEnd.status === "failed") this.#broken.push(lostEnd.reason);
  }

  /** New commits; all where earlier ones are gone, as what they alone held is no part of the history any more. */
  async #commitsToCompare(): Promise<number[]> {
    const { ids } = this.#graph;
    const fresh: number[] = [];
    for (let commit = 0; commit < ids.size; commit++) if (this.state.done.findHex(ids.hex(commit)) === -1) fresh.push(commit);
    const isGrown = ids.size - fresh.length === this.state.done.size;
    if (isGrown && !this.#context.dangling && this.#broken.length === 0 && this.#isReadable() && !(await this.#hasArrived())) return fresh;
    this.state = new HistoryState(this.#context.repository.idWidth);
    this.#facts = this.#newFacts();
    return Array.from({ length: ids.size }, (_, commit) => commit);
  }

  /** What could not be read before may be mended by now; then commits that were compared bear on it. */
  #isReadable(): boolean {
    return this.state.count("unreadable") === 0 && this.#context.repository.refs.every(({ id }) => this.#graph.ids.findHex(id) !== -1);
  }

  /** Whether a content is there that was not before: commits that were compared bear on it, too. */
  async #hasArrived(): Promise<boolean> {
    const { state } = this;
    if (state.count("missing") === 0) return false;
    let arrived = false;
    await eachObject(this.#context.root, (text, at, type) => {
      if (arrived || type !== "blob") return;
      const content = state.contents.find(text, at);
      arrived = content !== -1 && state.stateOf(content) === "missing";
    }, this.#context.signal);
    return arrived;
  }

  /** Goes through the store in the order of its packs, and reads what is new. */
  async #readContents(): Promise<void> {
    const { root, repository, dangling, signal } = this.#context;
    const { state } = this;
    const everything = dangling || this.#broken.length > 0 || this.#uncompared.count > 0;
    const direct = new Set(repository.refs.map(({ id }) => id).filter((id) => this.#graph.ids.findHex(id) === -1));
    const contents: number[] = [];
    const sizes: number[] = [];
    let bytes = 0;
    const end = await eachObject(root, (text, at, type, size) => {
      if (type !== "blob") return;
      const isDirect = direct.size > 0 && direct.has(text.toString("latin1", at, at + 2 * repository.idWidth));
      const content = everything || isDirect ? state.addContent(text, at, -1) : state.contents.find(text, at);
      // Facts of earlier scans are in the cache: they are wanted for judging again.
      if (content === -1 || !["open", "fact", "large"].includes(state.stateOf(content))) return;
      contents.push(content);
      sizes.push(size);
      bytes += size;
    }, signal);
    if (end.status === "failed") this.#broken.push(end.reason);
    this.#progress.expect(contents.length, bytes);
    await this.#facts.read(contents, sizes);
    for (let content = 0; content < state.contents.size; content++) if (state.stateOf(content) === "open") state.setState(content, "missing");
  }

  async #judge(): Promise<HistoryPart> {
    const { plugins, extractors, repository, limits, signal } = this.#context;
    const events = this.#events();
    const judgement = await judgeHistory(this.#placedFacts(events), plugins, extractors, this.#wanted, limits, signal);
    const { ids } = this.#graph;
    const head = repository.head === undefined ? -1 : ids.findHex(repository.head);
    const tips = repository.refs.map(({ name, id }) => ({ name, commit: ids.findHex(id) })).filter(({ commit }) => commit !== -1);
    const found = historyFindings({ sightings: judgement.sightings, state: this.state, graph: this.#graph, push: pushOrder(this.#graph, head), events, head, tips });
    const outcomes = [...gapOutcomes(this.#gaps()), ...judgement.outcomes];
    return { ...found, results: judgement.results.map((result) => soundHistoryResult(result, outcomes)), outcomes, coverage: this.#coverage() };
  }

  #events(): ContentEvent[] {
    const { done, events } = this.state;
    const list: ContentEvent[] = [];
    for (let at = 0; at < events.length; at += 4) {
      const commit = this.#graph.ids.findHex(done.hex(events[at] ?? 0));
      list.push({ commit, path: events[at + 1] ?? -1, old: events[at + 2] ?? -1, new: events[at + 3] ?? -1 });
    }
    return list;
  }

  /** Facts at every path that a commit gave their content, in an order of their own. */
  #placedFacts(events: readonly ContentEvent[]): PlacedFact[] {
    const { state } = this;
    const paths = new Map<number, Set<string>>();
    for (const { new: content, path } of events) if (content !== -1) paths.set(content, (paths.get(content) ?? new Set<string>()).add(state.path(path)));
    return [...this.#facts.facts]
      .flatMap(([content, facts]) => [...(paths.get(content) ?? [nowhere])].flatMap((path) => [...facts].map(([extractor, json]): PlacedFact => ({ blob: state.contents.hex(content), path, extractor, json }))))
      .sort((a, b) => compareText(a.path, b.path) || compareText(a.blob, b.blob) || a.extractor - b.extractor);
  }

  #gaps(): Gaps {
    const { state } = this;
    const contents: { path: string; status: "skipped" | "failed"; reason: string }[] = [];
    for (let content = 0; content < state.contents.size; content++) {
      const what = state.stateOf(content);
      if (what === "large" || what === "unreadable") contents.push({ path: state.firstPath(content) ?? nowhere, status: what === "large" ? "skipped" : "failed", reason: this.#facts.reasons.get(content) ?? (what === "large" ? "Too large." : "Not readable.") });
    }
    return { repository: this.#context.repository, uncompared: this.#uncompared, broken: this.#broken, missing: state.count("missing"), pointers: state.count("pointer"), submodules: [...state.submodules].sort(compareText), contents: contents.sort((a, b) => compareText(a.path, b.path) || compareText(a.reason, b.reason)) };
  }

  #coverage(): HistoryPart["coverage"] {
    const { state } = this;
    const { dangling, repository } = this.#context;
    const missing = state.count("missing");
    const failed = state.count("large") + state.count("unreadable");
    return {
      commits: this.#graph.ids.size,
      ...(dangling && { unreachable: this.#graph.ids.size - this.#graph.unreachableFrom }),
      refs: repository.refs.length,
      contents: state.contents.size,
      analysed: state.contents.size - missing - failed,
      missing,
      failed,
      pointers: state.count("pointer"),
      shallow: repository.shallow,
    };
  }
}
