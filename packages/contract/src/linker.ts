import type { Application, Endpoint, LinkCoverage } from "./application.ts";
import type { DataModel } from "./data-model.ts";
import type { Declaration } from "./declaration.ts";
import type { Json } from "./json.ts";
import type { CallQuery, ObservedCall } from "./observed-call.ts";
import type { SourceFile } from "./source-file.ts";
import type { HandlerTrace } from "./trace.ts";

/** A framework that a language's linker can model. The language's package says what else a model of its frameworks holds. */
export interface Framework {
  /** `fastapi`. */
  readonly name: string;
  /** `python`. */
  readonly language: string;
  /** Texts of which a file that uses the framework has at least one: looked for in the bytes of every source file. */
  readonly hints: readonly string[];
  /** It only adds to what others find: its hints alone are no reason to link, and what they name is run after everything else. */
  readonly aside?: true;
  /** A folder of further files that the linker reads for it: what they say is part of the program, and cached models hold for one state of them. */
  readonly library?: URL;
}

/** What the host says of one demanded file. */
export type DemandedFact =
  | { readonly status: "known"; readonly fact: Json }
  /** The file is there, and yields nothing: too large, unreadable, or its extractor failed. */
  | { readonly status: "failed"; readonly reason: string };

export interface LinkInput {
  /** The files of the language, sorted by path. */
  readonly files: readonly SourceFile[];
  /** Per path, which of the frameworks' hints its bytes contain; files with none are absent. */
  readonly hints: ReadonlyMap<string, readonly string[]>;
  readonly frameworks: readonly Framework[];
  /** Asks for facts of the linker's extractor, all at once; the host answers from its cache or by a round of the pool. Unknown paths are absent from the answer. */
  demand(paths: readonly string[]): Promise<ReadonlyMap<string, DemandedFact>>;
  /** The same for documents of other formats, by the linker's `documents` extractor. */
  demandDocuments(paths: readonly string[]): Promise<ReadonlyMap<string, DemandedFact>>;
  /** Those of some paths for which the linker's `sieve` has a fact; all of them where it has none. */
  sift(paths: readonly string[]): Promise<readonly string[]>;
  /** `LinkedModel.ahead` of an earlier state of these files: to bring it at once spares rounds. What is found does not depend on it. */
  readonly ahead?: readonly string[];
  /** Calls of libraries that analyses ask to see. */
  readonly calls?: readonly CallQuery[];
  /** What a linker keeps for the next time that it links in the same thread: the next commit of a history. Absent where there is no next time. */
  readonly memory?: Map<string, unknown>;
  /** Says what is being done, in a few words, for people who wait. */
  progress(note: string): void;
  readonly signal: AbortSignal;
  readonly options: Json;
}

/** What linking found. Plain data but for `trace`. */
export interface LinkedModel {
  readonly applications: readonly Application[];
  /** Sorted by application, path, method. */
  readonly endpoints: readonly Endpoint[];
  readonly coverage: LinkCoverage;
  /** Paths whose facts were used. Linking again is needless while their contents stay. */
  readonly consulted: readonly string[];
  /** Paths that were looked for and not there. Linking again is needless while they stay absent. */
  readonly missed: readonly string[];
  /** What linking needed before it could judge anything, for the next time. */
  readonly ahead?: readonly string[];
  /** What was asked for and turned out to be of no use: it is no part of what was analysed. */
  readonly needless?: readonly string[];
  /** Those of `consulted` that did not parse in places: what lies there was not analysed. */
  readonly damaged?: readonly string[];
  /** Classes of data layers that linking came by, sorted by name. */
  readonly dataModels?: readonly DataModel[];
  /** What `LinkInput.calls` asked for, sorted by place. */
  readonly calls?: readonly ObservedCall[];
  /** What code sets up once, sorted by place. */
  readonly declarations?: readonly Declaration[];
  /** Content id of the innermost function or class at a place, decorators included: what a waiver is bound to. Undefined where there is none. */
  codeOf?(path: string, line: number): string | undefined;
  /** Runs an endpoint's handler symbolically; memoised. Absent for an unknown id. */
  trace(endpoint: string): HandlerTrace | undefined;
}

/** Answers "which applications exist, and what do they serve?" for one language. */
export interface Linker {
  readonly name: string;
  /** Part of the cache key of linked models. */
  readonly version: string;
  readonly language: string;
  /** Endings of the language's files: `.py`. */
  readonly extensions: readonly string[];
  /** Name of the on-demand extractor whose facts it links. */
  readonly extractor: string;
  /** Name of the on-demand extractor for documents that are not of the language and that its frameworks read: a specification, a configuration. */
  readonly documents?: string;
  /** Name of the on-demand extractor that says by a fact, from a file's text alone, that it is worth parsing for routes which nothing else leads to. */
  readonly sieve?: string;
  /** Imports what linking needs, while files are still being read. */
  prepare?(): Promise<void>;
  link(input: LinkInput): Promise<LinkedModel>;
}
