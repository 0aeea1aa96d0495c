import { compareSpans, compareText, type ObservedCall, type Term } from "@muster/contract";
import type { Arguments } from "../evaluate/native-call.ts";
import type { Machine } from "../evaluate/machine.ts";
import { conditionsOf } from "../evaluate/path.ts";
import { isLibrary } from "../modules/library-index.ts";
import type { Module } from "../modules/module.ts";
import { spanOfPlace, termOf } from "../values/term.ts";
import type { FunctionValue, Place, Value } from "../values/value.ts";
import { calleeName, lastName } from "./callee-name.ts";
import { callPlaces, liesIn, type CallPlaces } from "./call-places.ts";
import { outlineOf } from "./outline.ts";
import type { WantedCalls } from "./wanted-calls.ts";
import { writtenCall } from "./written-call.ts";

/** How many ways to come by one place are told apart. */
const mostWays = 6;

/** Notes calls that analyses ask for, wherever evaluation comes by them. */
export class CallWatch {
  readonly wanted: WantedCalls;
  /** Functions that hold places of interest and were defined, by place. */
  readonly functions: Map<string, FunctionValue> = new Map();
  readonly #surveyed: ReadonlySet<string>;
  readonly #places: Map<string, CallPlaces> = new Map();
  /** By place, then by what is given. */
  readonly #seen: Map<string, Map<string, ObservedCall>> = new Map();

  /** @param surveyed Paths whose functions are run for their own sake. */
  constructor(wanted: WantedCalls, surveyed: ReadonlySet<string>) {
    this.wanted = wanted;
    this.#surveyed = surveyed;
  }

  placesIn(module: Module): CallPlaces {
    let known = this.#places.get(module.path);
    if (!known) this.#places.set(module.path, (known = callPlaces(module.summary, this.wanted)));
    return known;
  }

  /** A function of the repository is there from now on. */
  defined(fn: FunctionValue): void {
    const { module } = fn.place;
    if (!this.#surveyed.has(module.path) || "k" in fn.body) return;
    const range = bodyOf(fn);
    if (range && liesIn(this.placesIn(module).starts, ...range)) this.functions.set(`${module.path}:${fn.place.s}`, fn);
  }

  /** Whether evaluation came by all places of interest in a function. */
  sawAllOf(fn: FunctionValue): boolean {
    const range = bodyOf(fn);
    if (!range) return true;
    const { module } = fn.place;
    return this.placesIn(module).starts.every((start) => start < range[0] || start >= range[1] || this.#seen.has(placeKeyOf(module.path, start)));
  }

  /** A call out of the repository. */
  called(machine: Machine, callee: Value, args: Arguments, place: Place): void {
    const { callees, keywords, names } = this.wanted;
    if (callee.kind === "function" || machine.missing.size > 0 || isLibrary(place.module.path)) return;
    const byKeyword = keywords.size > 0 && args.keywords.size > 0 && [...args.keywords.keys()].some((name) => keywords.has(name));
    const term = termOf(callee);
    const last = term.kind === "attribute" ? term.name : term.kind === "symbol" ? lastName(term.name) : undefined;
    if (!byKeyword && (last === undefined || !names.has(last))) return;
    const name = calleeName(term);
    if (name === undefined ? !byKeyword : !byKeyword && !callees.has(name)) {
      // A place that is something else by its value is done with.
      this.#place(place.module.path, place.s);
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
    if (!this.wanted.attributes.has(name) || machine.missing.size > 0 || isLibrary(place.module.path)) return;
    const of = calleeName(target);
    this.#note(machine, place, { kind: "assignment", callee: of === undefined ? name : `${of}.${name}`, receiver: target, args: [termOf(value)], keywords: [], open: false });
  }

  /** A name or a key is given a value. */
  named(machine: Machine, name: string, value: Value, place: Place): void {
    if (!this.wanted.settings.has(name) || machine.missing.size > 0 || isLibrary(place.module.path)) return;
    this.#note(machine, place, { kind: "setting", callee: name, args: [termOf(value)], keywords: [], open: false });
  }

  /** A call that is there by its name, and that evaluation did not come by. */
  unreached(module: Module, callee: string, call: { readonly s: number; readonly e: number }): void {
    const ways = this.#place(module.path, call.s);
    if (ways.size > 0) return;
    const place = { module, s: call.s, e: call.e };
    ways.set("", { kind: "call", callee, args: [], keywords: [], open: true, span: spanOfPlace(place), symbol: module.name, under: [], through: [], within: [], reached: false, ...writtenCall(place) });
  }

  saw(path: string, start: number): boolean {
    return this.#seen.has(placeKeyOf(path, start));
  }

  /** Sorted by place. */
  get observed(): readonly ObservedCall[] {
    const all = [...this.#seen.values()].flatMap((ways) => [...ways].map(([key, call]) => ({ key, call })));
    return all.sort((a, b) => compareSpans(a.call.span, b.call.span) || compareText(a.key, b.key)).map(({ call }) => call);
  }

  #place(path: string, start: number): Map<string, ObservedCall> {
    const key = placeKeyOf(path, start);
    let ways = this.#seen.get(key);
    if (!ways) this.#seen.set(key, (ways = new Map()));
    return ways;
  }

  #note(machine: Machine, place: Place, what: Pick<ObservedCall, "kind" | "callee" | "receiver" | "args" | "keywords" | "open">): void {
    const ways = this.#place(place.module.path, place.s);
    const key = outlineOf(what);
    if (ways.has(key) || ways.size >= mostWays) return;
    const calls = machine.calls.filter((one) => !one.inLibrary);
    ways.set(key, {
      ...what,
      span: spanOfPlace(place),
      symbol: machine.frame?.function ? (calls.at(-1)?.name ?? place.module.name) : place.module.name,
      under: conditionsOf(machine.path.conditions).map((one) => ({ term: termOf(one.value), holds: one.holds, span: spanOfPlace(one.place) })),
      through: calls.slice(1).filter((one) => !isLibrary(one.place.module.path)).map((one) => ({ span: spanOfPlace(one.place), note: `calls ${one.name}` })),
      within: calls.map((one) => one.name),
      reached: true,
      ...(what.kind === "call" && writtenCall(place)),
    });
  }
}

function placeKeyOf(path: string, start: number): string {
  return `${path}:${start}`;
}

/** The offsets between which a function's statements lie. */
function bodyOf(fn: FunctionValue): readonly [number, number] | undefined {
  if ("k" in fn.body) return [fn.body.s, fn.body.e];
  const [first] = fn.body;
  const last = fn.body.at(-1);
  return first && last ? [first.s, last.e] : undefined;
}
