import { roleOf } from "../discover/role-of.ts";
import type { DiscoveredFile } from "../discover/discover.ts";
import type { ExtractJob, Extraction, JobEnd } from "../extract/extraction.ts";
import type { Fact } from "../facts/fact.ts";
import type { FactStore } from "../facts/fact-store.ts";
import { asksFor, type BoundExtractor } from "../plugins/loaded-plugin.ts";
import { pointerBytes } from "../read/lfs-pointer.ts";
import type { ScanLimits } from "../scan-request.ts";
import type { HistoryState } from "./history-state.ts";
import { nowhere } from "./nowhere.ts";

export interface ContentsContext {
  readonly state: HistoryState;
  readonly extractors: readonly BoundExtractor[];
  /** Places of the extractors whose facts the history is judged by. */
  readonly wanted: readonly number[];
  readonly store: FactStore;
  readonly limits: ScanLimits;
  readonly startExtraction: (onEnd: (job: ExtractJob, end: JobEnd) => void) => Extraction;
  readonly ended: (bytes: number) => void;
}

/** Contents that are handed to the pool at a time. */
const window = 20_000;
/** Facts that are held for judging, in bytes: a repository that is made of secrets must not fill the memory. */
const mostFactBytes = 192 * 1024 * 1024;

/** Facts of contents: those that earlier scans left, else made by the pool, each content once. */
export class ContentFacts {
  /** By content, then by place of the extractor. */
  readonly facts: Map<number, Map<number, Uint8Array>> = new Map();
  /** What was not looked at for a reason that concerns it alone. */
  readonly reasons: Map<number, string> = new Map();
  readonly #context: ContentsContext;
  #bytes = 0;

  constructor(context: ContentsContext) {
    this.#context = context;
  }

  /** `sizes` are in bytes; contents come in the order of their packs. */
  async read(contents: readonly number[], sizes: readonly number[]): Promise<void> {
    const { state, limits, ended } = this.#context;
    const numbers = new Map<string, number>();
    const extraction = this.#context.startExtraction((job, end) => this.#settle(job, numbers.get(job.blob ?? "") ?? -1, end));
    for (let from = 0; from < contents.length; from += window) {
      const jobs: ExtractJob[] = [];
      numbers.clear();
      for (let at = from; at < Math.min(from + window, contents.length); at++) {
        const content = contents[at] ?? -1;
        const size = sizes[at] ?? 0;
        if (size > limits.fileBytes) {
          this.#setAside(content, "large", `${size} bytes: larger than the limit of ${limits.fileBytes}.`);
          ended(0);
          continue;
        }
        const id = state.contents.hex(content);
        const file = this.#fileOf(content, size);
        const missing = this.#recall(content, file, id);
        if (missing.length === 0 && !couldBePointer(size)) {
          if (state.stateOf(content) === "open") state.setState(content, "empty");
          ended(size);
          continue;
        }
        numbers.set(id, content);
        jobs.push({ file, blob: id, expected: id, extractors: missing, hints: false, demanded: false });
      }
      await extraction.run(jobs, "other");
    }
  }

  #fileOf(content: number, size: number): DiscoveredFile {
    const path = this.#context.state.firstPath(content) ?? nowhere;
    return { path, size, role: roleOf(path), mtimeMs: 0, ctimeMs: 0, ino: 0 };
  }

  /** Takes facts of earlier scans; the extractors whose facts are still to be made. */
  #recall(content: number, file: DiscoveredFile, id: string): number[] {
    const { extractors, wanted, store } = this.#context;
    return wanted.filter((place) => {
      const bound = extractors[place];
      if (bound === undefined || !asksFor(bound.extractor.wants, file)) return false;
      const fact = store.recall(store.keyOf(bound, file, id));
      if (fact === undefined) return true;
      this.#take(content, place, fact);
      return false;
    });
  }

  #settle(job: ExtractJob, content: number, end: JobEnd): void {
    const { state, store, extractors, ended } = this.#context;
    ended(job.file.size);
    if (end.status === "unread") {
      this.#setAside(content, end.outcome.status === "skipped" ? "large" : end.outcome.reason.startsWith("Not in this clone") ? "missing" : "unreadable", end.outcome.reason);
      return;
    }
    for (const { extractor, fact, lasting } of end.facts) {
      const bound = extractors[extractor];
      if (bound !== undefined && lasting) store.keep(store.keyOf(bound, job.file, job.blob ?? ""), fact);
      this.#take(content, extractor, fact);
    }
    if (state.stateOf(content) === "open") state.setState(content, end.content.pointer === true ? "pointer" : "empty");
  }

  #take(content: number, place: number, fact: Fact): void {
    const { state, extractors } = this.#context;
    switch (fact.kind) {
      case "none":
        return;
      case "failed":
        return this.#setAside(content, "unreadable", `${extractors[place]?.extractor.name ?? ""} ${fact.reason}.`);
      case "fact": {
        if (this.#bytes + fact.json.length > mostFactBytes) return this.#setAside(content, "unreadable", `The history holds more than ${mostFactBytes} bytes of facts: what this content holds was not judged. Exclude paths that are made of such texts.`);
        this.#bytes += fact.json.length;
        // Its own memory: a fact of a reply keeps the whole reply.
        this.facts.set(content, (this.facts.get(content) ?? new Map<number, Uint8Array>()).set(place, fact.json.slice()));
        return state.setState(content, "fact");
      }
      default:
        return fact satisfies never;
    }
  }

  #setAside(content: number, state: "large" | "missing" | "unreadable", reason: string): void {
    this.#context.state.setState(content, state);
    this.reasons.set(content, reason);
  }
}

/** Facts do not say that a content is a pointer: what has the size of one is looked at again. */
function couldBePointer(size: number): boolean {
  return size >= pointerBytes.least && size <= pointerBytes.usual;
}
