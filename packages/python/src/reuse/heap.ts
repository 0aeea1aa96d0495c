import type { ClassValue, FunctionValue, Value } from "../values/value.ts";
import type { WatchEvent } from "../survey/watch-event.ts";

/** Where a run found a value that was there before it: a name of a module, or an attribute of a class. */
export type Location = { readonly kind: "name"; readonly path: string; readonly name: string } | { readonly kind: "attribute"; readonly label: string; readonly name: string };

/** All names of a module, or all attributes of a class. */
export const everything = "*";

/** What a run is known to rest on, besides what it is started with. */
export class ReadLog {
  /** Numbers of locations, in the order in which they were read first. */
  readonly locations: Set<number> = new Set();
  /** Functions that ran. */
  readonly functions: Set<FunctionValue["place"]> = new Set();
  /** What dotted names and folders led to: what was asked, and the answer. */
  readonly resolutions: Map<string, string> = new Map();
  /** Modules that it came by, and those that ran for its sake. */
  readonly modules: Set<string> = new Set();
  readonly ran: Set<string> = new Set();
  /** Calls that analyses ask for. */
  readonly watched: WatchEvent[] = [];
  /** Runs within budgets: the steps that were granted, and those that were taken. */
  readonly budgets: { readonly granted: number; readonly taken: number }[] = [];
  /** Why its outcome holds for nothing else. */
  lost: string | undefined;

  add(other: ReadLog): void {
    for (const location of other.locations) this.locations.add(location);
    for (const place of other.functions) this.functions.add(place);
    for (const [asked, answer] of other.resolutions) this.resolutions.set(asked, answer);
    for (const path of other.modules) this.modules.add(path);
    for (const path of other.ran) this.ran.add(path);
    this.watched.push(...other.watched);
    this.lost ??= other.lost;
  }
}

/** Numbers for locations, the same for all evaluations of a thread. */
export class LocationIds {
  readonly all: Location[] = [];
  readonly #names: Map<string, Map<string, number>> = new Map();
  readonly #attributes: Map<string, Map<string, number>> = new Map();

  name(path: string, name: string): number {
    return this.#number(this.#names, path, name, "name");
  }

  attribute(label: string, name: string): number {
    return this.#number(this.#attributes, label, name, "attribute");
  }

  #number(of: Map<string, Map<string, number>>, holder: string, name: string, kind: Location["kind"]): number {
    let names = of.get(holder);
    if (!names) of.set(holder, (names = new Map()));
    let id = names.get(name);
    if (id === undefined) {
      names.set(name, (id = this.all.length));
      this.all.push(kind === "name" ? { kind, path: holder, name } : { kind, label: holder, name });
    }
    return id;
  }
}

/** The classes of one evaluation by labels that the next one gives them again. */
export class Heap {
  readonly ids: LocationIds;
  readonly classes: Map<string, Namespace> = new Map();
  readonly #counts: Map<string, number> = new Map();

  constructor(ids: LocationIds) {
    this.ids = ids;
  }

  label(attributes: Namespace, path: string, name: string): void {
    const count = this.#counts.get(`${path} ${name}`) ?? 0;
    this.#counts.set(`${path} ${name}`, count + 1);
    attributes.label = `${path} ${name} ${count}`;
    this.classes.set(attributes.label, attributes);
  }
}

let heap: Heap | undefined;
let log: ReadLog | undefined;
/** Modules that are being run for the sake of the run at hand: what they read is no reading of its own. */
let paused = 0;

/** The evaluation at hand, where its runs are to be kept. */
export function setHeap(of: Heap | undefined): void {
  heap = of;
}

/** What the run at hand is noted to rest on; undefined where nothing is noted. */
export function reading(): ReadLog | undefined {
  return paused === 0 ? log : undefined;
}

/** Notes what a run rests on, which is then part of what the run around it rests on. */
export function noted<T>(run: () => T): { readonly value: T; readonly reads: ReadLog | undefined } {
  if (heap === undefined || (log !== undefined && paused > 0)) return { value: run(), reads: undefined };
  const outer = log;
  const own = new ReadLog();
  log = own;
  try {
    return { value: run(), reads: own };
  } finally {
    log = outer;
    outer?.add(own);
  }
}

/** Runs a module on the way: it is noted that it ran, and nothing of what it reads. */
export function aside<T>(path: string | undefined, run: () => T): T {
  if (log === undefined) return run();
  if (path !== undefined) log.ran.add(path);
  paused++;
  try {
    return run();
  } finally {
    paused--;
  }
}

export function cameBy(path: string): void {
  log?.modules.add(path);
}

/** A class is made. One that a run makes for itself is nothing that others find. */
export function classMade(attributes: Map<string, Value>, path: string, name: string): void {
  if (heap !== undefined && (log === undefined || paused > 0) && attributes instanceof Namespace) heap.label(attributes, path, name);
}

/** Sets an attribute of a class that is there for all runs. */
export function setOnClass(cls: ClassValue, name: string, value: Value): void {
  classChanged(cls.attributes, name);
  cls.attributes.set(name, value);
}

/** An attribute of a class is set from outside of its body. */
export function classChanged(attributes: Map<string, Value>, name: string): void {
  if (attributes instanceof Namespace && attributes.isOutside && (log === undefined || paused > 0)) (attributes.changed ??= new Set()).add(name);
}

/** The attributes of a class. What runs read of them is noted. */
export class Namespace extends Map<string, Value> {
  /** What it is told by in each evaluation; undefined for one that a run makes for itself. */
  label: string | undefined;
  /** The class is not of the repository: it is what its name says, but for what code changed. */
  isOutside = false;
  /** The class is there once for all runs. */
  isShared = false;
  changed: Set<string> | undefined;

  /** The attributes of a class from outside of the repository. */
  static outside(name: string): Namespace {
    const made = new Namespace();
    made.label = `${outsideLabel}${name}`;
    made.isOutside = true;
    made.isShared = true;
    return made;
  }

  override get(name: string): Value | undefined {
    if (log !== undefined && this.label !== undefined) note(this.label, name);
    return super.get(name);
  }

  override has(name: string): boolean {
    if (log !== undefined && this.label !== undefined) note(this.label, name);
    return super.has(name);
  }

  override get size(): number {
    this.#all();
    return super.size;
  }

  override [Symbol.iterator](): MapIterator<[string, Value]> {
    this.#all();
    return super[Symbol.iterator]();
  }

  override entries(): MapIterator<[string, Value]> {
    this.#all();
    return super.entries();
  }

  override keys(): MapIterator<string> {
    this.#all();
    return super.keys();
  }

  override values(): MapIterator<Value> {
    this.#all();
    return super.values();
  }

  override forEach(each: (value: Value, key: string, map: Map<string, Value>) => void): void {
    this.#all();
    super.forEach(each);
  }

  #all(): void {
    if (log !== undefined && this.label !== undefined) note(this.label, everything);
  }
}

/** What labels of classes from outside of the repository begin with. */
export const outsideLabel = "outside ";

function note(label: string, name: string): void {
  if (paused === 0 && heap !== undefined && log !== undefined) log.locations.add(heap.ids.attribute(label, name));
}

/** Sets what is there for all runs: a name of a module, an attribute of a class or a function. A run that does is followed anew each time. */
export function setShared<T>(shared: Map<string, T>, name: string, value: T): void {
  if (paused === 0 && log !== undefined) log.lost ??= "it sets what others find";
  shared.set(name, value);
}

/** All names of a module are read. */
export function namesRead(path: string): void {
  nameRead(path, everything);
}

/** A name of a module is read. */
export function nameRead(path: string, name: string): void {
  if (paused === 0 && heap !== undefined && log !== undefined) log.locations.add(heap.ids.name(path, name));
}
