import { compareSpans, compareText, subterms, type ObservedCall, type Term } from "@muster/contract";
import type { Arguments } from "../evaluate/native-call.ts";
import type { Machine } from "../evaluate/machine.ts";
import { conditionsOf } from "../evaluate/path.ts";
import { isLibrary } from "../modules/library-index.ts";
import { Module } from "../modules/module.ts";
import { spanOfPlace, termOf } from "../values/term.ts";
import type { FunctionValue, Place, Value } from "../values/value.ts";
import { calleeName, lastName } from "./callee-name.ts";
import { liesIn, type CallPlaces, type CallPlacesIndex } from "./call-places.ts";
import { outlineOf } from "./outline.ts";
import type { WantedCalls } from "./wanted-calls.ts";
import { reading } from "../reuse/heap.ts";
import type { Observed, WatchEvent } from "./watch-event.ts";
import { writtenCall } from "./written-call.ts";

/** How many ways to come by one place are told apart. */
const mostWays = 6;

/** Notes calls that analyses ask for, wherever evaluation comes by them. */
export class CallWatch {
  readonly wanted: WantedCalls;
  /** Functions that hold places of interest and were defined, by place. */
  readonly functions: Map<string, FunctionValue> = new Map();
  readonly #surveyed: ReadonlySet<string>;
  readonly #places: CallPlacesIndex;
  /** Whether what rests on modules that are not there yet is noted as well, since nothing more is loaded. */
  takesPending = false;
  /** Modules that a place waits for, by place. */
  readonly #waiting: Map<string, ReadonlySet<string>> = new Map();
  /** By place, then by what is given. */
  readonly #seen: Map<string, Map<string, Observed>> = new Map();

  /** @param surveyed Paths whose functions are run for their own sake. */
  constructor(places: CallPlacesIndex, surveyed: ReadonlySet<string>) {
    this.wanted = places.wanted;
    this.#places = places;
    this.#surveyed = surveyed;
  }

  /** Places of a module, told from its text. */
  placesIn(module: Module): CallPlaces {
    return this.#places.in(module);
  }

  /** A function of the repository is there from now on. */
  defined(fn: FunctionValue): void {
    const { module } = fn.place;
    if (!this.#surveyed.has(module.path) || "k" in fn.body) return;
    const range = bodyOf(fn);
    if (range && liesIn(this.placesIn(module).starts, ...range)) {
      const log = reading();
      if (log) log.lost ??= "it defines a function that analyses look at";
      this.functions.set(`${module.path}:${fn.place.s}`, fn);
    }
  }

  /** Whether evaluation came by all places of interest in a function. */
  sawAllOf(fn: FunctionValue): boolean {
    const range = bodyOf(fn);
    if (!range) return true;
    const { module } = fn.place;
    return this.placesIn(module).starts.every((start) => start < range[0] || start >= range[1] || this.saw(module.path, start));
  }

  /** A function or a class of the repository's own is called: what it is given is nothing that is asked for. */
  passed(place: Place): void {
    if (this.#surveyed.has(place.module.path) && this.placesIn(place.module).calls.has(place.s)) this.#pass(place);
  }

  /** What evaluation came by before in the same code, and would come by again. */
  repeat({ at, noted, waits }: WatchEvent): void {
    if (waits) this.#wait(at, waits);
    else if (noted) this.#add(at, noted.key, noted.call);
    else this.#pass(at);
  }

  /**
   * Modules that are wanted before the places of a function say what they give (of a module: those in none of its
   * functions). One that evaluation did not come by at all may wait for any of those that were missing.
   */
  wantedFor(of: FunctionValue | Module, missing: ReadonlySet<string>): readonly string[] {
    const module = of instanceof Module ? of : of.place.module;
    const ranges = of instanceof Module ? [...this.functions.values()].filter((fn) => fn.place.module.path === module.path).map(bodyOf) : [bodyOf(of)];
    const isInside = (start: number): boolean => ranges.some((range) => range !== undefined && start >= range[0] && start < range[1]);
    const open = [...this.placesIn(module).calls].filter((start) => isInside(start) !== of instanceof Module && !this.saw(module.path, start));
    return open.flatMap((start) => [...(this.#waiting.get(placeKeyOf(module.path, start)) ?? missing)]);
  }

  /** Whether evaluation came by all places of interest in a module. */
  sawAllIn(module: Module): boolean {
    return this.placesIn(module).starts.every((start) => this.saw(module.path, start));
  }

  /** A call out of the repository. */
  called(machine: Machine, callee: Value, args: Arguments, place: Place): void {
    const { callees, keywords, names } = this.wanted;
    if (callee.kind === "function" || isLibrary(place.module.path)) return;
    const byKeyword = keywords.size > 0 && args.keywords.size > 0 && [...args.keywords.keys()].some((name) => keywords.has(name));
    const term = termOf(callee);
    const last = term.kind === "attribute" ? term.name : term.kind === "symbol" ? lastName(term.name) : undefined;
    if (!byKeyword && (last === undefined || !names.has(last))) return;
    // A name of a module that is not there yet is the repository's own, unless it looks like one of the library's.
    if (pendingPaths(machine, term).length > 0 && (last === undefined || !names.has(last))) {
      this.#pass(place);
      return;
    }
    const name = calleeName(term);
    if (name === undefined ? !byKeyword : !byKeyword && !callees.has(name)) {
      // A place that is something else by its value is done with.
      if (this.#isSettled(machine, place, [term])) this.#pass(place);
      return;
    }
    this.#note(machine, place, {
      kind: "call",
      callee: name ?? last ?? "",
      ...(term.kind === "attribute" && { receiver: term.of }),
      args: args.positional.map(termOf),
      keywords: [...args.keywords].map(([key, value]) => ({ name: key, value: termOf(value) })),
      open: args.open,
    });
  }

  /** An attribute of something from outside the repository is set. */
  assigned(machine: Machine, target: Term, name: string, value: Value, place: Place): void {
    if (!this.wanted.attributes.has(name) || isLibrary(place.module.path)) return;
    const of = calleeName(target);
    this.#note(machine, place, { kind: "assignment", callee: of === undefined ? name : `${of}.${name}`, receiver: target, args: [termOf(value)], keywords: [], open: false });
  }

  /** A name or a key is given a value. */
  named(machine: Machine, name: string, value: Value, place: Place): void {
    if (!this.wanted.settings.has(name) || isLibrary(place.module.path)) return;
    this.#note(machine, place, { kind: "setting", callee: name, args: [termOf(value)], keywords: [], open: false });
  }

  /** A call that is there by its name, and that evaluation did not come by. */
  unreached(module: Module, callee: string, call: { readonly s: number; readonly e: number }): void {
    const ways = this.#place(module.path, call.s);
    if (ways.size > 0) return;
    const place = { module, s: call.s, e: call.e };
    ways.set("", { kind: "call", callee, args: [], keywords: [], open: true, span: spanOfPlace(place), symbol: module.name, under: [], through: [], within: [], reached: false, at: place });
  }

  saw(path: string, start: number): boolean {
    return this.#seen.has(placeKeyOf(path, start));
  }

  /** Sorted by place. */
  get observed(): readonly ObservedCall[] {
    const all = [...this.#seen.values()].flatMap((ways) => [...ways].map(([key, { at, ...call }]) => ({ key, call: { ...call, ...(call.kind === "call" && writtenCall(at)) } })));
    return all.sort((a, b) => compareSpans(a.call.span, b.call.span) || compareText(a.key, b.key)).map(({ call }) => call);
  }

  /** Whether none of it rests on modules that are not there yet; else they are asked for, and it is come by again once they are. */
  #isSettled(machine: Machine, place: Place, terms: readonly (Term | undefined)[]): boolean {
    if (this.takesPending) return true;
    const pending = terms.flatMap((term) => (term === undefined ? [] : [...subterms(term)].flatMap((part) => pendingPaths(machine, part))));
    if (pending.length === 0) return true;
    this.#wait(place, pending);
    return false;
  }

  #wait(at: Place, paths: readonly string[]): void {
    reading()?.watched.push({ at, waits: paths });
    const key = placeKeyOf(at.module.path, at.s);
    this.#waiting.set(key, new Set([...(this.#waiting.get(key) ?? []), ...paths]));
  }

  #place(path: string, start: number): Map<string, Observed> {
    const key = placeKeyOf(path, start);
    let ways = this.#seen.get(key);
    if (!ways) this.#seen.set(key, (ways = new Map()));
    return ways;
  }

  /** A place is come by, and nothing of it is asked for. */
  #pass(at: Place): void {
    reading()?.watched.push({ at });
    this.#place(at.module.path, at.s);
  }

  /** Whether a further way to come by a place is told apart. */
  #takes(at: Place, key: string): boolean {
    const ways = this.#place(at.module.path, at.s);
    return !ways.has(key) && ways.size < mostWays;
  }

  #add(at: Place, key: string, call: Observed): void {
    reading()?.watched.push({ at, noted: { key, call } });
    if (this.#takes(at, key)) this.#place(at.module.path, at.s).set(key, call);
  }

  #note(machine: Machine, place: Place, what: Pick<ObservedCall, "kind" | "callee" | "receiver" | "args" | "keywords" | "open">): void {
    const under = conditionsOf(machine.path.conditions).map((one) => ({ term: termOf(one.value), holds: one.holds, span: spanOfPlace(one.place) }));
    if (!this.#isSettled(machine, place, [what.receiver, ...what.args, ...what.keywords.map(({ value }) => value), ...under.map(({ term }) => term)])) return;
    const key = outlineOf(what);
    if (reading() === undefined && !this.#takes(place, key)) return;
    const calls = machine.calls.filter((one) => !one.inLibrary);
    this.#add(place, key, {
      ...what,
      span: spanOfPlace(place),
      symbol: machine.frame?.function ? (calls.at(-1)?.name ?? place.module.name) : place.module.name,
      under,
      through: calls.slice(1).filter((one) => !isLibrary(one.place.module.path)).map((one) => ({ span: spanOfPlace(one.place), note: `calls ${one.name}` })),
      within: calls.map((one) => one.name),
      reached: true,
      at: place,
    });
  }
}

/** Paths that a symbol waits for, itself or as an attribute of one that does. */
function pendingPaths({ pendingSymbols, summaries }: Machine, term: Term): readonly string[] {
  if (term.kind !== "symbol" || pendingSymbols.size === 0) return [];
  for (let name = term.name; ; name = name.slice(0, name.lastIndexOf("."))) {
    const paths = pendingSymbols.get(name);
    if (paths) return [...paths].filter((path) => !summaries.has(path));
    if (!name.includes(".")) return [];
  }
}

function placeKeyOf(path: string, start: number): string {
  return `${path}:${start}`;
}

/** The offsets between which a function's statements lie. */
export function bodyOf(fn: FunctionValue): readonly [number, number] | undefined {
  if ("k" in fn.body) return [fn.body.s, fn.body.e];
  const [first] = fn.body;
  const last = fn.body.at(-1);
  return first && last ? [first.s, last.e] : undefined;
}
