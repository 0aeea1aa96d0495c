import type { Machine } from "../evaluate/machine.ts";
import { readImport, readModule, runModule } from "../evaluate/modules.ts";
import { noteSteps, stepsGranted, type RunCounts } from "../evaluate/run-budget.ts";
import type { FoundEndpoint } from "../framework.ts";
import type { Module } from "../modules/module.ts";
import type { ModuleSummary } from "../syntax.ts";
import type { WatchEvent } from "../survey/watch-event.ts";
import type { NativeFunction } from "../values/value.ts";
import { Fingerprints } from "./fingerprint.ts";
import { aside, everything, Heap, LocationIds, Namespace, outsideLabel, setHeap, type Location, type ReadLog } from "./heap.ts";
import { answerTo } from "./noted-index.ts";
import { pathsIn, Relocator } from "./relocate.ts";
import { unitsIn } from "./units.ts";

/** What a run came to, and what it rests on. */
interface KeptRun {
  readonly value: unknown;
  /** Modules that the value mentions. */
  readonly paths: ReadonlySet<string>;
  /** What it was started with, as a fingerprint. */
  readonly basis: string;
  readonly locations: readonly number[];
  /** The text of each function that ran: where it is, and its key there. */
  readonly functions: readonly (readonly [path: string, unit: string])[];
  readonly resolutions: readonly (readonly [asked: string, answer: string])[];
  readonly modules: readonly string[];
  readonly ran: readonly string[];
  readonly watched: readonly WatchEvent[];
  readonly budgets: ReadLog["budgets"];
  /** Modules that it ran into and that were not there: it holds while they are not. */
  readonly missing: ReadonlySet<string>;
}

/** What is left of an evaluation once the next one begins. */
interface Earlier {
  readonly summaries: ReadonlyMap<string, ModuleSummary>;
  /** Fingerprints by location. */
  readonly told: readonly (string | undefined)[];
  readonly runs: ReadonlyMap<string, KeptRun>;
}

/** Events of all traces that are kept: what lies beyond is followed anew each time, and packed meanwhile. One with its terms takes some three kilobytes. */
const mostEvents = 150_000;

/** What is told of what is not there. */
const absent = "-";

/**
 * Outcomes of runs from one evaluation to the next in the same thread. One holds again where everything is equal that its run
 * read: what it was started with, names of modules, attributes of classes, the text of functions that ran, what imports led to.
 * What is compared are values and not the code behind them. What changes something that others find, or cannot be compared, is
 * never taken over.
 */
export class KeptRuns {
  readonly #ids: LocationIds = new LocationIds();
  #earlier: Earlier | undefined;
  #now: Evaluation | undefined;
  #heap: Heap = new Heap(this.#ids);

  /** Outcomes that the evaluation at hand took over, and runs that it made anew. */
  get counts(): { readonly taken: number; readonly made: number } {
    return this.#now?.counts ?? { taken: 0, made: 0 };
  }

  /** Evaluation begins: from here on classes are told apart. What the last one's runs came to is looked through. */
  begin(): void {
    if (this.#now) this.#earlier = this.#now.end();
    this.#now = undefined;
    this.#heap = new Heap(this.#ids);
    setHeap(this.#heap);
  }

  /** Modules have run: from here on runs are kept, and taken over. */
  ready(machine: Machine): void {
    this.#now = new Evaluation(machine, this.#heap, this.#earlier);
  }

  /** What a run of an endpoint comes to: it, or what it came to before. */
  run<T>(what: "judge" | "trace", found: FoundEndpoint, run: () => T): T {
    return this.#now === undefined || found.basis === undefined ? run() : this.#now.run(what, found, run);
  }

  /** The same; undefined where that depends on modules which the run would come by and which are not there yet: they are asked for. */
  runOrWait<T>(what: "judge" | "trace", found: FoundEndpoint, run: () => T): T | undefined {
    return this.#now === undefined || found.basis === undefined ? run() : this.#now.runOrWait(what, found, run);
  }
}

class Evaluation {
  readonly counts = { taken: 0, made: 0 };
  readonly #machine: Machine;
  readonly #heap: Heap;
  readonly #earlier: Earlier | undefined;
  readonly #fingerprints: Fingerprints;
  readonly #relocator: Relocator;
  readonly #told: (string | undefined)[] = [];
  /** By location: whether it is as it was. */
  readonly #same: (boolean | undefined)[] = [];
  /** Modules that are not there yet and that a location depends on. */
  readonly #waits: Map<number, ReadonlySet<string>> = new Map();
  readonly #runs: Map<string, KeptRun> = new Map();
  readonly #bases: Map<string, unknown> = new Map();
  /** What imports lead to now, by question. */
  readonly #answers: Map<string, string> = new Map();
  #events = 0;

  constructor(machine: Machine, heap: Heap, earlier: Earlier | undefined) {
    this.#machine = machine;
    this.#heap = heap;
    this.#earlier = earlier;
    const fixed = fixedNatives(machine);
    this.#fingerprints = new Fingerprints((path) => machine.summaries.get(path), (native) => fixed.has(native), (scope, name, bound) => readImport(machine, scope, name, bound));
    this.#relocator = new Relocator((path) => this.#earlier?.summaries.get(path), (path) => machine.summaries.get(path));
  }

  run<T>(what: string, found: FoundEndpoint, run: () => T): T {
    const { key, told, taken } = this.#look(what, found);
    return taken && taken !== "waits" ? (taken.value as T) : this.#anew(key, told, found.basis, run);
  }

  runOrWait<T>(what: string, found: FoundEndpoint, run: () => T): T | undefined {
    const { key, told, taken } = this.#look(what, found);
    if (taken === "waits") return undefined;
    return taken ? (taken.value as T) : this.#anew(key, told, found.basis, run);
  }

  #look(what: string, found: FoundEndpoint): { readonly key: string; readonly told: string | undefined; readonly taken: KeptRun | "waits" | undefined } {
    const { method, path, handler } = found.endpoint;
    const told = this.#fingerprints.of(found.basis);
    // Several of one method and path differ in what they are made of.
    const key = `${what} ${method} ${path} ${handler.symbol} ${told}`;
    const kept = told === undefined ? undefined : this.#earlier?.runs.get(key);
    const taken = kept && this.#takeOver(kept);
    if (taken && taken !== "waits") {
      this.counts.taken++;
      this.#events += eventsIn(taken.value);
      this.#runs.set(key, taken);
      this.#bases.set(key, found.basis);
    }
    return { key, told, taken };
  }

  #anew<T>(key: string, told: string | undefined, basis: unknown, run: () => T): T {
    this.counts.made++;
    const { value, needs } = this.#machine.complete(run);
    const { reads, missing } = needs;
    for (const path of missing) this.#machine.missing.add(path);
    const made = told === undefined || reads === undefined || reads.lost !== undefined ? undefined : this.#kept(value, told, reads, missing);
    this.#events += made ? eventsIn(value) : 0;
    if (made && this.#events <= mostEvents) {
      this.#runs.set(key, made);
      this.#bases.set(key, basis);
    } else this.#runs.delete(key);
    return value;
  }

  /** Ends the evaluation. Runs that read what was changed since are no longer what they would come to. */
  end(): Earlier {
    this.#fingerprints.renew();
    const changed = new Set(this.#told.keys().filter((id) => this.#told[id] !== undefined && this.#told[id] !== this.#tell(id)));
    const runs = new Map([...this.#runs].filter(([key, run]) => this.#machine.asksAgain(run.missing) && !run.locations.some((id) => changed.has(id)) && this.#fingerprints.of(this.#bases.get(key)) === run.basis));
    return { summaries: this.#machine.summaries, told: this.#told, runs };
  }

  #kept(value: unknown, basis: string, reads: ReadLog, missing: ReadonlySet<string>): KeptRun | undefined {
    for (const id of reads.locations) if (this.#tellOnce(id) === undefined) return undefined;
    const functions: (readonly [string, string])[] = [];
    for (const { module, s } of reads.functions) {
      const unit = unitsIn(module.summary).at(s);
      if (!unit) return undefined;
      functions.push([module.path, unit.key]);
    }
    return { value, paths: pathsIn(value), basis, locations: [...reads.locations], functions, resolutions: [...reads.resolutions], modules: [...reads.modules], ran: [...reads.ran], watched: reads.watched, budgets: reads.budgets, missing };
  }

  /** The run as it is now, where everything that it rests on is equal; what it left behind is there then, too. */
  #takeOver(kept: KeptRun): KeptRun | "waits" | undefined {
    const machine = this.#machine;
    // In the order in which the run reads: up to the first that differs, it would come by the same.
    for (const id of kept.locations) {
      if (this.#isSame(id)) continue;
      if (this.#waits.has(id)) return "waits";
      return undefined;
    }
    if (!kept.functions.every(([path, unit]) => this.#isThere(path, unit))) return undefined;
    if (!kept.resolutions.every(([asked, answer]) => this.#answerTo(asked) === answer)) return undefined;
    if (!machine.asksAgain(kept.missing)) return undefined;
    const counts: RunCounts = { ...machine.runCounts };
    for (const { granted, taken } of kept.budgets) {
      if (stepsGranted(counts) !== granted) return undefined;
      noteSteps(counts, taken, granted);
    }
    const value = this.#relocator.relocated(kept.value, kept.paths);
    const watched = this.#watched(kept.watched);
    if (value === undefined || watched === undefined) return undefined;
    Object.assign(machine.runCounts, counts);
    for (const path of kept.modules) machine.module(path);
    for (const path of kept.ran) {
      const module = machine.module(path);
      if (module) runModule(machine, module);
    }
    for (const event of watched) machine.watch?.repeat(event);
    return value === kept.value && watched === kept.watched ? kept : { ...kept, value, watched };
  }

  #answerTo(asked: string): string {
    let answer = this.#answers.get(asked);
    if (answer === undefined) this.#answers.set(asked, (answer = answerTo(this.#machine.index, asked)));
    return answer;
  }

  #watched(events: readonly WatchEvent[]): readonly WatchEvent[] | undefined {
    const moved: WatchEvent[] = [];
    for (const { at, noted: note, waits } of events) {
      const module = this.#machine.module(at.module.path);
      const s = this.#relocator.offset(at.module.path, at.s);
      if (!module || s === undefined) return undefined;
      const place = { module, s, e: s + at.e - at.s };
      if (!note) {
        moved.push({ at: place, ...(waits && { waits }) });
        continue;
      }
      const { at: _, ...call } = note.call;
      const there = this.#relocator.relocated(call, pathsIn(call));
      if (there === undefined) return undefined;
      moved.push({ at: place, noted: { key: note.key, call: { ...there, at: place } } });
    }
    return moved;
  }

  #isThere(path: string, unit: string): boolean {
    const summary = this.#machine.summaries.get(path);
    if (summary === undefined) return false;
    return this.#earlier?.summaries.get(path) === summary || unitsIn(summary).get(unit) !== undefined;
  }

  #isSame(id: number): boolean {
    const known = this.#same[id];
    if (known !== undefined) return known;
    const before = this.#earlier?.told[id];
    const same = before !== undefined && this.#tellOnce(id) === before;
    if (!this.#waits.has(id)) this.#same[id] = same;
    return same;
  }

  #tellOnce(id: number): string | undefined {
    const waits = this.#waits.get(id);
    if (waits && !this.#machine.asksAgain(waits)) this.#told[id] = undefined;
    return (this.#told[id] ??= this.#tell(id));
  }

  /** Undefined where it cannot be told. What waits for modules is told as such: they are asked for. */
  #tell(id: number): string | undefined {
    const location = this.#ids(id);
    const { value, needs } = this.#machine.complete(() => aside(undefined, () => (location.kind === "name" ? this.#name(location) : this.#attribute(location))));
    if (needs.missing.size === 0) {
      this.#waits.delete(id);
      return value;
    }
    this.#waits.set(id, needs.missing);
    for (const path of needs.missing) this.#machine.missing.add(path);
    return value === undefined ? undefined : `${value} without ${[...needs.missing].sort().join()}`;
  }

  #ids(id: number): Location {
    const location = this.#heap.ids.all[id];
    if (!location) throw new Error("A location has no number.");
    return location;
  }

  #name({ path, name }: Location & { kind: "name" }): string | undefined {
    const machine = this.#machine;
    const module: Module | undefined = machine.module(path);
    if (!module) return absent;
    if (name === everything) {
      runModule(machine, module);
      return this.#fingerprints.of([module.scope.vars, module.scope.stars]);
    }
    const value = readModule(machine, module, name, { module, s: 0, e: 0 });
    return value === undefined ? absent : this.#fingerprints.of(value);
  }

  /** What code made of an attribute of a class from outside of the repository. */
  #changed(cls: string, name: string): string | undefined {
    const native = this.#machine.natives.get(cls);
    const found = native?.kind === "class" ? native : this.#machine.opaqueClasses.get(cls);
    const changed = found?.attributes instanceof Namespace ? found.attributes.changed : undefined;
    if (!changed || (name !== everything && !changed.has(name))) return absent;
    return this.#fingerprints.of([...(name === everything ? changed : [name])].map((one) => [one, Map.prototype.get.call(found?.attributes, one)]));
  }

  #attribute({ label, name }: Location & { kind: "attribute" }): string | undefined {
    if (label.startsWith(outsideLabel)) return this.#changed(label.slice(outsideLabel.length), name);
    const attributes = this.#heap.classes.get(label);
    if (!attributes) return undefined;
    if (name === everything) return this.#fingerprints.of(new Map(Map.prototype.entries.call(attributes)));
    const value: unknown = Map.prototype.get.call(attributes, name);
    return value === undefined ? absent : this.#fingerprints.of(value);
  }
}

function eventsIn(value: unknown): number {
  return typeof value === "object" && value !== null && "events" in value && Array.isArray(value.events) ? value.events.length : 0;
}

/** Natives that are there before any module runs. */
function fixedNatives({ natives }: Machine): ReadonlySet<NativeFunction> {
  const fixed = new Set<NativeFunction>();
  for (const value of natives.values()) {
    if (value.kind === "native") fixed.add(value);
    if (value.kind === "class") for (const cls of value.mro) for (const one of cls.attributes.values()) if (one.kind === "native") fixed.add(one);
  }
  return fixed;
}
