import type { AppliedDecorator } from "./decorators.ts";
import type { CredentialType } from "@muster/contract";
import { isDocumentPath } from "../documents/document-extensions.ts";
import { Document, type DocumentState } from "../documents/document.ts";
import type { DocumentFact } from "../documents/document-node.ts";
import { isLibrary } from "../modules/library-index.ts";
import { emptySummary, Module } from "../modules/module.ts";
import type { ModuleIndex } from "../modules/module-index.ts";
import type { ModuleSummary } from "../syntax.ts";
import type { ClassValue, FunctionValue, Instance, Place, Value } from "../values/value.ts";
import type { Exit, Frame } from "./frame.ts";
import { start, type BranchCondition, type Path } from "./path.ts";
import { symbolOf } from "../values/term.ts";
import { visiblePlace } from "./visible-place.ts";
import { cameBy, noted, reading, type ReadLog } from "../reuse/heap.ts";
import type { RunCounts } from "./run-budget.ts";
import type { CallWatch } from "../survey/call-watch.ts";
import type { RequestContext } from "../guards/request-context.ts";
import type { TraceRecorder } from "../trace/recorder.ts";

/**
 * What a run asks.
 * - `load`: what does importing this module do? Environment defaults stay undecided as conditions.
 * - `anonymous`: where does a caller without a valid credential get to?
 * - `trace`: what does a handler do for an authenticated caller?
 */
export type Mode = "load" | "anonymous" | "trace";

/**
 * That nothing is found by a credential which is not valid: of everything the caller sends that could be one
 * (`everything`), or only of what is one by its kind (`recognised`: security schemes, the Authorization header, sessions), or by its kind or the name of its header (`named`).
 */
export type Trust = "nothing" | "recognised" | "named" | "everything";

export interface Limits {
  /** Statements and expressions of one run (a module's top level, one guard, one handler). */
  readonly steps: number;
  /** Calls within calls. */
  readonly depth: number;
}

export const loadLimits: Limits = { steps: 400_000, depth: 40 };
/** Steps of a load while modules are still being looked for: what a program spends much on is rarely what names further ones. */
export const searchSteps = 40_000;

export const runLimits: Limits = { steps: 20_000, depth: 10 };

/** Thrown (never outwards) where a run cannot go on: everything that can happen here raises. */
export const diverged: { readonly diverged: true } = { diverged: true };

/** A function on its way, and where it was called. */
export class CallSite {
  readonly place: Place;
  readonly function: FunctionValue;
  readonly inLibrary: boolean;
  /** Calls of the repository's functions down to here, this one included. */
  readonly depth: number;

  constructor(place: Place, fn: FunctionValue, inLibrary: boolean, depth: number) {
    this.place = place;
    this.function = fn;
    this.inLibrary = inLibrary;
    this.depth = depth;
  }

  /** `module.path.Class.method`. */
  get name(): string {
    return symbolOf(this.function.place, this.function.name);
  }
}

/** A text for a place, as a key. */
export function placeKey(place: Place): string {
  return `${place.module.path}:${place.s}`;
}

/** What the outcome of a run rests on. */
export interface Needs {
  /** Modules that it ran into and that are not there yet. */
  readonly missing: ReadonlySet<string>;
  /** What it read, where that is noted. */
  readonly reads: ReadLog | undefined;
}

/** The state of one evaluation: modules, models of libraries, budgets, and what is certain where it stands. */
export class Machine {
  readonly index: ModuleIndex;
  /** Models of classes and functions from outside the repository, by fully qualified name. */
  readonly natives: ReadonlyMap<string, Value>;
  /** Models of names that follow a pattern. */
  readonly patterns: readonly ((name: string) => Value | undefined)[];
  readonly summaries: ReadonlyMap<string, ModuleSummary>;
  /** Files that cannot be had, with the reason. */
  readonly lost: ReadonlyMap<string, string>;
  /** Documents that were asked for: what they are, or why they cannot be had; `absent` where there is no such file. */
  readonly documents: ReadonlyMap<string, DocumentFact | "absent">;
  readonly modules: Map<string, Module> = new Map();
  /** Paths whose summary or document was asked for and is not there yet. */
  readonly missing: Set<string> = new Set();
  /** Symbols that stand for names of modules which are asked for and not there yet, with the paths of these. */
  readonly pendingSymbols: Map<string, Set<string>> = new Map();
  /** Documents that were looked for in vain. */
  readonly missedDocuments: Set<string> = new Set();
  readonly consulted: Set<string> = new Set();
  /** Where loading met its budget, by path: what follows there was not evaluated. */
  readonly cut: Map<string, Place> = new Map();
  readonly opaqueClasses: Map<string, ClassValue> = new Map();
  /** Modules that run where they are imported, as in Python, and not only when a name of them is read. */
  readonly eager: (path: string, from: string) => boolean;
  /** Fully qualified names of what the operator describes instead of its code. */
  readonly described: ReadonlySet<string>;
  /** The budget of steps of one load. */
  readonly loadSteps: number;
  mode: Mode = "load";
  /** Inside a block that only type checkers read. */
  forTypes = false;
  /** What an anonymous run takes for granted: see `judge-exits.ts`. */
  trusting: Trust = "nothing";
  limits: Limits = loadLimits;
  steps = 0;
  path: Path = start;
  frame: Frame | undefined;
  /** Call sites from the run's start to here. */
  readonly calls: CallSite[] = [];
  /** Bodies of `try` around here, in this run. */
  trying = 0;
  /** Handlers around here of exceptions that nothing is known to raise. */
  perhaps = 0;
  /** Loops of unknown length around here. */
  looped = 0;
  recorder: TraceRecorder | undefined;
  /** Looks out for calls that analyses ask for. */
  readonly watch: CallWatch | undefined;
  /** Application objects, in the order in which models made them. */
  readonly created: { readonly instance: Instance; readonly name: string }[] = [];
  /** Functions that ran while modules were loaded, by place. */
  readonly ran: Set<string> = new Set();
  /** Decorators of functions that have several, the outermost first, by the function's place. */
  readonly decorated: Map<string, readonly AppliedDecorator[]> = new Map();
  /** How callers could prove who they are in what the run looked at: schemes, sessions, headers. */
  seen: Set<CredentialType> = new Set();
  /** Conditions on the environment that a run took by the default that the code states. */
  byDefault: Set<BranchCondition> = new Set();
  /** Runs decide no condition by a default that the environment may replace: both ways are followed. */
  leavesDefaultsOpen = false;
  /** The request that the run is about. */
  request: RequestContext | undefined;
  /** The last call that returned an object or one of several values, and how it came to each: who returns that value ends in the same ways. */
  lastCall: { readonly value: Value; readonly ways: readonly Exit[] } | undefined;
  /** Code around here handles a key that is missing. */
  handlesMissing = 0;
  /** Counts what could not be looked up for certain and calls into the unknown. */
  uncertain = 0;
  /** What runs within budgets needed so far. */
  readonly runCounts: RunCounts = { tooLarge: 0, long: 0 };
  /** How what such calls were given depends on the caller. */
  doubts = 0;
  /** Set when a run met its limits or a call that it could not follow. */
  exhausted: Place | undefined;

  constructor(options: {
    index: ModuleIndex;
    natives: ReadonlyMap<string, Value>;
    patterns: readonly ((name: string) => Value | undefined)[];
    summaries: ReadonlyMap<string, ModuleSummary>;
    lost: ReadonlyMap<string, string>;
    documents: ReadonlyMap<string, DocumentFact | "absent">;
    eager: (path: string, from: string) => boolean;
    described?: ReadonlySet<string>;
    loadSteps?: number;
    watch?: CallWatch | undefined;
  }) {
    this.loadSteps = options.loadSteps ?? loadLimits.steps;
    this.index = options.index;
    this.natives = options.natives;
    this.patterns = options.patterns;
    this.summaries = options.summaries;
    this.lost = options.lost;
    this.documents = options.documents;
    this.eager = options.eager;
    this.watch = options.watch;
    this.described = options.described ?? new Set();
  }

  /** The module of a file, not yet run; undefined where its summary is missing (then it is asked for) or lost. */
  module(path: string): Module | undefined {
    cameBy(path);
    const known = this.modules.get(path);
    if (known) return known;
    const summary = this.summaries.get(path);
    if (!summary && !this.lost.has(path)) {
      this.missing.add(path);
      return undefined;
    }
    if (!isLibrary(path)) this.consulted.add(path);
    if (!summary) return undefined;
    const module = new Module(this.index.nameOf(path), path, summary);
    this.modules.set(path, module);
    return module;
  }

  /**
   * A document (YAML, JSON, or a file of sections) by its path in the repository (see `pathFrom`). One that was not read yet is asked for, as a
   * module is: evaluation is repeated once it is there.
   */
  document(path: string): DocumentState {
    const log = reading();
    if (log) log.lost ??= "it reads a document";
    if (!isDocumentPath(path)) return { status: "failed", reason: `${path} is no document by its name` };
    const fact = this.documents.get(path);
    if (fact === undefined) {
      this.missing.add(path);
      return { status: "pending" };
    }
    if (fact === "absent") {
      this.missedDocuments.add(path);
      return { status: "absent" };
    }
    this.consulted.add(path);
    return fact.status === "read" ? { status: "known", document: new Document(path, fact.root, fact.lines) } : { status: "failed", reason: `${path} could not be read: ${fact.reason}` };
  }

  /** A folder of modules without an `__init__.py`. */
  namespace(folder: string): Module {
    const path = folder === "" ? "__init__.py" : `${folder}/__init__.py`;
    const known = this.modules.get(path);
    if (known) return known;
    const module = new Module(this.index.nameOf(path), path, emptySummary);
    this.modules.set(path, module);
    return module;
  }

  place(s: number, e: number): Place {
    const module = this.frame?.module;
    if (!module) throw new Error("A place was asked for outside any frame.");
    return { module, s, e };
  }

  /** Counts one step where there is one left. */
  hasStep(): boolean {
    if (this.steps >= (this.limits === loadLimits ? this.loadSteps : this.limits.steps)) return false;
    this.steps++;
    return true;
  }

  /** Counts one step; true when the budget is spent. */
  spent(place?: Place): boolean {
    if (++this.steps <= (this.limits === loadLimits ? this.loadSteps : this.limits.steps)) return false;
    this.exhausted ??= place;
    if (place && this.limits === loadLimits) {
      // Inside a library module the place that led there says where.
      const shown = visiblePlace(this, place);
      if (!this.cut.has(shown.module.path)) this.cut.set(shown.module.path, shown);
    }
    return true;
  }

  /** Runs something under another mode and budget, and puts everything back. */
  within<T>(mode: Mode, limits: Limits, run: () => T, trusting: Trust = "nothing"): T {
    const kept = { mode: this.mode, limits: this.limits, steps: this.steps, path: this.path, frame: this.frame, looped: this.looped, perhaps: this.perhaps, trying: this.trying, exhausted: this.exhausted, trusting: this.trusting, recorder: this.recorder };
    const calls = this.calls.splice(0);
    // What is loaded or judged on the way is nothing that the traced run does.
    Object.assign(this, { mode, limits, steps: 0, path: start, looped: 0, perhaps: 0, trying: 0, exhausted: undefined, trusting, recorder: mode === "trace" ? this.recorder : undefined });
    try {
      return run();
    } finally {
      Object.assign(this, kept);
      this.calls.splice(0, this.calls.length, ...calls);
    }
  }

  /** Runs something, and says what its outcome rests on: modules that it ran into and are not there yet, also where others ran into them before; and what it read. */
  complete<T>(run: () => T): { readonly value: T; readonly needs: Needs } {
    const before = [...this.missing];
    this.missing.clear();
    const { value, reads } = noted(run);
    const missing = new Set(this.missing);
    for (const path of before) this.missing.add(path);
    return { value, needs: { missing, reads } };
  }

  /** Asks for these again, and says whether none of them is there: what ran into them would do so once more. */
  asksAgain(missing: ReadonlySet<string>): boolean {
    for (const path of missing) if (this.summaries.has(path) || this.lost.has(path) || this.documents.has(path)) return false;
    for (const path of missing) this.missing.add(path);
    return true;
  }

  /** Runs something that is judged in the middle of a traced run, and is nothing that the run does. */
  unrecorded<T>(run: () => T): T {
    const { recorder } = this;
    this.recorder = undefined;
    try {
      return run();
    } finally {
      this.recorder = recorder;
    }
  }
}
