import type { Outcome } from "@muster/contract";
import { isUnchanged, type TreeRecord } from "../cache/tree-record.ts";
import type { DiscoveredFile } from "../discover/discover.ts";
import { diskPath } from "../discover/listed-path.ts";
import type { ExtractJob, Extraction, JobEnd, Lane } from "../extract/extraction.ts";
import { asksFor, isLinked, type BoundExtractor, type BoundLinker } from "../plugins/loaded-plugin.ts";
import type { Progress } from "../progress.ts";
import { FileReader } from "../read/file-reader.ts";
import type { ScanLimits } from "../scan-request.ts";
import type { Fact } from "./fact.ts";
import type { FactStore } from "./fact-store.ts";
import { saysTheSame } from "./says-the-same.ts";

/** What the scan knows of one file. */
export interface FileState {
  readonly file: DiscoveredFile;
  /** Extractors that want it whatever is linked, by place. */
  readonly wanted: readonly number[];
  /** Whether framework hints are looked for in it. */
  readonly hinted: boolean;
  /** Content id; empty until it was read. */
  id: string;
  /** The times and the size that go with the id. */
  stats: Pick<DiscoveredFile, "size" | "mtimeMs" | "ctimeMs" | "ino">;
  /** Why it was not read. */
  problem?: Pick<Outcome, "status" | "reason">;
  /** Places of the hints in it. */
  hints: readonly number[];
  /** By place of the extractor. */
  readonly facts: Map<number, Fact>;
}

export interface ReadingContext {
  readonly root: string;
  readonly files: readonly DiscoveredFile[];
  readonly extractors: readonly BoundExtractor[];
  readonly linkers: readonly BoundLinker[];
  /** Files and folders that discovery could not look at. */
  readonly lost: number;
  readonly hints: readonly string[];
  readonly known: TreeRecord | undefined;
  readonly store: FactStore;
  readonly limits: ScanLimits;
  readonly progress: Progress;
  /** Puts contents where files are read, for those that are not there yet. */
  readonly provide: (files: readonly DiscoveredFile[]) => Promise<void>;
  readonly startExtraction: (onEnd: (job: ExtractJob, end: JobEnd) => void) => Extraction;
  /** What was read of another state of the same tree: what is known of a file whose content is the same is taken over. */
  readonly before?: Reading;
}

/** Up to here, files that changed are read in the host: starting a pool takes longer. */
const inlineBytes = 4 * 1024 * 1024;
const inlineFiles = 100;
const nothing: ReadonlyMap<number, Fact> = new Map();

/** Jobs that are not parted by what linking waits for. */
const atOnce = 16;

/** What is left of a job after its hints were looked for: it must be of the content in which they were found. */
function laterJob(state: FileState, { file, extractors, demanded }: ExtractJob): ExtractJob {
  return {
    file,
    extractors,
    hints: false,
    demanded,
    get expected() {
      return state.id === "" ? undefined : state.id;
    },
  };
}

/** Brings together what is known of each file: from the index and the facts of earlier scans, else by reading it. */
export class Reading {
  readonly states: readonly FileState[];
  readonly extraction: Extraction;
  /** Whether all that was found would be found again. */
  lasting = true;
  readonly #context: ReadingContext;
  /** What was taken over, with all that is wanted of it. */
  readonly #taken = new Set<FileState>();
  readonly #byPath: ReadonlyMap<string, FileState>;
  /** Whether the listing or an id differs from what the index says. */
  #changed: boolean;

  constructor({ before: earlier, ...context }: ReadingContext) {
    // Without the one before, which would keep the one before it, and so on through a whole history.
    this.#context = context;
    const { files, extractors, linkers, hints, known, limits } = context;
    const always = extractors.flatMap(({ extractor }, place) => (extractor.when === "always" ? [{ extractor, place }] : []));
    const places = new Map(known?.paths.map((path, place) => [path, place]));
    this.#changed = known === undefined || known.paths.length !== files.length;
    this.states = files.map((file): FileState => {
      const same = earlier === undefined ? undefined : earlier.#unchanged(file);
      if (same !== undefined) {
        this.#taken.add(same);
        return same;
      }
      const tooLarge = file.size > limits.fileBytes;
      const wanted = tooLarge ? [] : always.filter(({ extractor }) => asksFor(extractor.wants, file) && file.size <= (extractor.wants.maxBytes ?? Number.POSITIVE_INFINITY)).map(({ place }) => place);
      const hinted = !tooLarge && hints.length > 0 && linkers.some(({ linker }) => linker.extensions.some((extension) => file.path.endsWith(extension)));
      const state: FileState = { file, wanted, hinted, id: "", stats: file, hints: [], facts: new Map(nothing) };
      if (tooLarge) state.problem = { status: "skipped", reason: `${file.size} bytes: larger than the limit of ${limits.fileBytes}. Raise the limit, or exclude it.` };
      const place = places.get(file.path);
      const before = place === undefined ? undefined : known?.file(place);
      if (before === undefined) this.#changed = true;
      else if (file.id === undefined && isUnchanged(file, before)) state.id = before.id;
      // A file that nobody asked for was not looked at, whatever is known of it.
      if (file.id !== undefined && (this.#isWanted(state) || before?.id === file.id)) state.id = file.id;
      if (file.id !== undefined && state.id !== (before?.id ?? "")) this.#changed = true;
      return state;
    });
    this.#byPath = new Map(this.states.map((state) => [state.file.path, state]));
    this.extraction = context.startExtraction((job, end) => this.#settle(job, end));
  }

  state(path: string): FileState | undefined {
    return this.#byPath.get(path);
  }

  /** The id of a file's content, whether or not anyone looked at it. */
  contentId(path: string): string | undefined {
    const state = this.#byPath.get(path);
    return state === undefined ? undefined : state.id === "" ? state.file.id : state.id;
  }

  /** Whether contents say to linkers what earlier ones of the same paths said. See `saysTheSame`. */
  saysTheSame(changed: readonly (readonly [path: string, id: string])[]): Promise<boolean> {
    return saysTheSame(this.#context, this, changed);
  }

  /** Says of files that they were looked at, though not by this scan. */
  lookedAt(paths: readonly string[]): void {
    for (const path of paths) {
      const state = this.#byPath.get(path);
      if (state?.id === "" && state.file.id !== undefined && state.problem === undefined) state.id = state.file.id;
    }
  }

  /**
   * Finds the content ids of files that may have changed, where facts of earlier scans may be known by them. Says
   * whether the tree is, file by file, the one that the index knows, and whether what linkers link may have changed.
   */
  async identify(): Promise<{ readonly unchanged: boolean; readonly sourcesChanged: boolean }> {
    const { known, root, limits, linkers, progress } = this.#context;
    // A tree that is seen for the first time has new contents: looking for them would read it twice.
    if (known === undefined) return { unchanged: false, sourcesChanged: true };
    const places = new Map(known.paths.map((path, place) => [path, place]));
    const idBefore = (state: FileState): string => known.file(places.get(state.file.path) ?? -1).id ?? "";
    const open = this.states.filter((state) => state.id === "" && state.file.id === undefined && state.problem === undefined && (this.#isWanted(state) || idBefore(state) !== ""));
    if (open.length <= inlineFiles && open.reduce((total, { file }) => total + file.size, 0) <= inlineBytes) {
      const reader = new FileReader(limits.fileBytes);
      for (const state of open) {
        const content = reader.read(diskPath(root, state.file));
        if (content.status === "unread") state.problem = content.outcome;
        else {
          state.id = content.id;
          state.stats = content;
        }
      }
    } else {
      const jobs = open.map(({ file }) => ({ file, extractors: [], hints: false, demanded: false }));
      progress.expect(jobs);
      await this.extraction.run(jobs, "hinted");
    }
    const changed = open.filter((state) => state.id !== idBefore(state));
    return { unchanged: !this.#changed && changed.length === 0, sourcesChanged: this.#changed || changed.some(({ file }) => isLinked(file.path, linkers)) };
  }

  /**
   * Takes what is known by content; what is left are jobs: those whose hints linking waits for, and all others. Where a
   * file is wanted for both it is read twice: the second time costs far less than what linking would wait for. A few
   * files are read once, by one thread: starting a second one takes longer.
   */
  plan(): Readonly<Record<Exclude<Lane, "demanded">, readonly ExtractJob[]>> {
    const open = this.states.flatMap((state) => {
      if (state.problem !== undefined || this.#taken.has(state) || !this.#isWanted(state)) return [];
      const job = this.#recall(state, state.wanted, state.hinted, false);
      return job === undefined ? [] : [{ state, job }];
    });
    if (open.length <= atOnce) return { hinted: open.map(({ job }) => job), other: [] };
    const jobs: Record<Exclude<Lane, "demanded">, ExtractJob[]> = { hinted: [], other: [] };
    for (const { state, job } of open) {
      if (!job.hints || job.extractors.length === 0) jobs[job.hints ? "hinted" : "other"].push(job);
      else {
        jobs.hinted.push({ ...job, extractors: [], ahead: true });
        jobs.other.push(laterJob(state, job));
      }
    }
    return jobs;
  }

  async run(jobs: readonly ExtractJob[], lane: Lane): Promise<void> {
    // Of files with the same bytes, one is extracted; the others find its facts.
    const first = new Map<string, ExtractJob>();
    const later: ExtractJob[] = [];
    for (const job of jobs) {
      const key = job.expected === undefined ? job.file.path : `${job.expected} ${job.file.role} ${job.file.path.slice(job.file.path.lastIndexOf("."))} ${job.hints} ${job.extractors.join()}`;
      if (first.has(key)) later.push(job);
      else first.set(key, job);
    }
    if (lane === "demanded") this.#context.progress.expectParsed(jobs.length);
    else this.#context.progress.expect(jobs);
    await this.#context.provide([...first.values()].map(({ file }) => file));
    await this.extraction.run([...first.values()], lane);
    const rest: ExtractJob[] = [];
    for (const job of later) {
      const state = this.#byPath.get(job.file.path);
      const left = state && this.#recall(state, job.extractors, job.hints, job.demanded);
      if (left === undefined) this.#context.progress.ended(job);
      else rest.push(left);
    }
    if (rest.length === 0) return;
    await this.#context.provide(rest.map(({ file }) => file));
    await this.extraction.run(rest, lane);
  }

  /** Facts of one extractor for files of the tree; a path that is not in it is left out. */
  async demand(extractor: string, paths: readonly string[]): Promise<readonly { readonly path: string; readonly json?: Uint8Array; readonly reason?: string }[]> {
    const place = this.#context.extractors.findIndex((bound) => bound.extractor.name === extractor);
    const states = [...new Set(paths)].map((path) => this.#byPath.get(path)).filter((state) => state !== undefined);
    const jobs: ExtractJob[] = [];
    for (const state of states) {
      if (state.problem !== undefined || state.facts.has(place) || this.#reasonAgainst(state, place) !== undefined) continue;
      const job = this.#recall(state, [place], false, true);
      if (job !== undefined) jobs.push(job);
    }
    if (jobs.length > 0) await this.run(jobs, "demanded");
    return states.map((state) => {
      const { path } = state.file;
      const fact = state.facts.get(place);
      if (fact?.kind === "fact") return { path, json: fact.json };
      if (fact?.kind === "failed") return { path, reason: `${extractor} ${fact.reason}` };
      return { path, reason: state.problem?.reason ?? this.#reasonAgainst(state, place) ?? `${extractor} found nothing in it` };
    });
  }

  /** What extractors could not do. */
  extractOutcomes(when: "always" | "on-demand"): Outcome[] {
    const { extractors, limits } = this.#context;
    const outcomes: Outcome[] = [];
    for (const [place, { plugin, extractor }] of extractors.entries()) {
      if (extractor.when !== when) continue;
      const abandoned = this.extraction.abandoned.get(place);
      if (abandoned !== undefined) outcomes.push({ stage: "extract", plugin: plugin.plugin.name, status: "failed", reason: `${extractor.name} was given up, as on several files it ${abandoned}. Nothing of what it looks for is known. Report it to the plugin's author.` });
      for (const { file, facts, problem } of this.states) {
        const fact = facts.get(place);
        const said = { stage: "extract", plugin: plugin.plugin.name, path: file.path } as const;
        if (fact?.kind === "failed" && abandoned === undefined) outcomes.push({ ...said, status: "failed", reason: `${extractor.name} ${fact.reason}.` });
        else if (when === "always" && problem === undefined && file.size > (extractor.wants.maxBytes ?? limits.fileBytes) && asksFor(extractor.wants, file)) outcomes.push({ ...said, status: "skipped", reason: `${file.size} bytes: ${extractor.name} looks at no file of more than ${extractor.wants.maxBytes}.` });
      }
    }
    return outcomes;
  }

  readOutcomes(): Outcome[] {
    return this.states.flatMap(({ file, problem }) => (problem === undefined ? [] : [{ stage: "read", path: file.path, ...problem }]));
  }

  /** Files that an extractor should have looked at, and could not; folders that could not be opened count as one each. */
  unread(place: number): number {
    const extractor = this.#context.extractors[place]?.extractor;
    if (extractor === undefined) return 0;
    return this.#context.lost + this.states.filter((state) => asksFor(extractor.wants, state.file) && (this.extraction.abandoned.has(place) || state.facts.get(place)?.kind === "failed" || (extractor.when === "always" && this.#reasonAgainst(state, place) !== undefined))).length;
  }

  /** The state of a file, where another tree holds it with the same content, and all of it is known. */
  #unchanged(file: DiscoveredFile): FileState | undefined {
    if (!this.lasting || this.extraction.abandoned.size > 0) return undefined;
    const state = this.#byPath.get(file.path);
    if (state === undefined || file.id === undefined || state.file.id !== file.id || state.file.role !== file.role || state.problem !== undefined) return undefined;
    // One that nobody wanted may have been asked for by linking that tree alone.
    return this.#isWanted(state) && state.wanted.every((place) => state.facts.has(place)) ? state : undefined;
  }

  #isWanted(state: FileState): boolean {
    return state.wanted.length > 0 || state.hinted;
  }

  #reasonAgainst({ file, problem }: FileState, place: number): string | undefined {
    // What was deleted is no part of the tree any more.
    if (problem !== undefined) return problem.reason.startsWith("Deleted") ? undefined : problem.reason;
    const wants = this.#context.extractors[place]?.extractor.wants;
    if (wants?.maxBytes !== undefined && file.size > wants.maxBytes) return `${file.size} bytes: larger than the ${wants.maxBytes} that are looked at`;
    return undefined;
  }

  /** Fills a state from what is known by its content; the job that is left, if any. */
  #recall(state: FileState, wanted: readonly number[], hinted: boolean, demanded: boolean): ExtractJob | undefined {
    const { store, extractors, hints } = this.#context;
    if (state.id === "") return { file: state.file, extractors: wanted, hints: hinted, demanded };
    const missing = wanted.filter((place) => {
      const bound = extractors[place];
      const fact = bound && store.get(store.keyOf(bound, state.file, state.id));
      if (fact !== undefined) state.facts.set(place, fact);
      return fact === undefined;
    });
    const places = hinted ? store.getHints(hints, state.id) : [];
    if (places !== undefined) state.hints = hinted ? places : state.hints;
    if (missing.length === 0 && places !== undefined) return undefined;
    return { file: state.file, expected: state.id, extractors: missing, hints: places === undefined, demanded };
  }

  #settle(job: ExtractJob, end: JobEnd): void {
    const { store, extractors, hints, progress } = this.#context;
    const state = this.#byPath.get(job.file.path);
    if (state === undefined) throw new Error(`${job.file.path} was read, and is not in the tree.`);
    progress.ended(job);
    if (end.status === "unread") {
      state.problem = end.outcome;
      this.lasting = false;
      return;
    }
    state.id = end.content.id;
    state.stats = end.content;
    if (job.hints) {
      state.hints = end.content.hints;
      store.putHints(hints, state.id, end.content.hints);
    }
    for (const { extractor, fact, lasting } of end.facts) {
      const bound = extractors[extractor];
      if (bound === undefined) continue;
      state.facts.set(extractor, fact);
      store.put(store.keyOf(bound, state.file, state.id), fact, lasting);
      if (!lasting) this.lasting = false;
    }
  }
}
