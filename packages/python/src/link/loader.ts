import { compareText, type LinkInput } from "@muster/contract";
import { asDocumentFact } from "../documents/document-extractor.ts";
import { isDocumentPath } from "../documents/document-extensions.ts";
import type { DocumentFact } from "../documents/document-node.ts";
import { isLibrary } from "../modules/library-index.ts";
import type { LibraryFiles } from "../modules/library-files.ts";
import { loadLibrary } from "../modules/load-library.ts";
import type { ModuleIndex } from "../modules/module-index.ts";
import { asSummary } from "../parse/module-extractor.ts";
import type { ModuleSummary } from "../syntax.ts";
import type { ForcedImports } from "./forced-imports.ts";

/** Modules asked for at a time: what some lead to is asked for while others are still being parsed. */
const atATime = 24;

/** Brings the modules and documents that linking asks for, each once. */
export class Loader {
  readonly sources: Map<string, ModuleSummary> = new Map();
  /** Files that cannot be had, with the reason. */
  readonly lost: Map<string, string> = new Map();
  readonly documents: Map<string, DocumentFact | "absent"> = new Map();
  readonly #input: LinkInput;
  readonly #library: LibraryFiles;
  readonly #index: ModuleIndex;
  /** Paths that were asked for. */
  readonly #asked: Set<string> = new Set();

  constructor(input: LinkInput, library: LibraryFiles, index: ModuleIndex) {
    this.#input = input;
    this.#library = library;
    this.#index = index;
  }

  /** Brings these, and says whether one of them had not been asked for before. */
  async load(wanted: Iterable<string>): Promise<boolean> {
    const open = this.#open(wanted);
    await this.#bring(open);
    return open.length > 0;
  }

  /** Brings these and all that running them leads to. What is there in the end does not depend on what arrives first. */
  async loadAll(wanted: Iterable<string>, forced: ForcedImports): Promise<boolean> {
    const open = this.#open(wanted);
    const follow = async (paths: readonly string[]): Promise<void> => {
      await this.#bring(paths);
      await bringAll(this.#open(forced.follow(paths)));
    };
    const bringAll = async (paths: readonly string[]): Promise<void> => {
      const groups: Promise<void>[] = [];
      for (let at = 0; at < paths.length; at += atATime) groups.push(follow(paths.slice(at, at + atATime)));
      await Promise.all(groups);
    };
    await bringAll(open);
    return open.length > 0;
  }

  /** Forgets modules, as if nobody had asked for them. */
  forget(paths: Iterable<string>): void {
    for (const path of paths) {
      this.sources.delete(path);
      this.lost.delete(path);
      this.#asked.delete(path);
    }
  }

  /** Those that nobody asked for before, sorted. */
  #open(wanted: Iterable<string>): readonly string[] {
    const open = [...new Set(wanted)].filter((path) => !this.#asked.has(path)).sort(compareText);
    for (const path of open) this.#asked.add(path);
    return open;
  }

  async #bring(all: readonly string[]): Promise<void> {
    this.#input.signal.throwIfAborted();
    if (all.length === 0) return;
    await loadLibrary(this.#library, this.#index, all.filter(isLibrary), this.sources);
    await this.#bringDocuments(all.filter(isDocumentPath));
    const open = all.filter((path) => !isLibrary(path) && !isDocumentPath(path));
    const facts = await this.#input.demand(open);
    for (const path of open) {
      const fact = facts.get(path);
      if (fact?.status === "known") this.sources.set(path, asSummary(fact.fact));
      else this.lost.set(path, fact?.reason ?? "the file is not there");
    }
  }

  /** What a framework makes of a document that is not there, or is none, is its own affair. */
  async #bringDocuments(open: readonly string[]): Promise<void> {
    if (open.length === 0) return;
    const facts = await this.#input.demandDocuments(open);
    for (const path of open) {
      const fact = facts.get(path);
      this.documents.set(path, fact === undefined ? "absent" : fact.status === "known" ? asDocumentFact(fact.fact) : { status: "unreadable", reason: fact.reason });
    }
  }
}
