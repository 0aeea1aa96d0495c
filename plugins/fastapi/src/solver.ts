import type { CredentialType, Requirement, Step, Verdict } from "@muster/contract";
import {
  call as callValue, classOf, joinPaths, judgeExits, keyOf, label, labelsOf, mayConcernCaller, noArguments, none, resultClass, runLimits, RunMemo, spanOfPlace, symbolic, union, unknown,
  type Arguments, type Dict, type Exit, type FunctionValue, type Machine, type NativeCall, type Place, type Run, type Trust, type Value,
} from "@muster/python";
import { LayerStack, nameOf } from "@muster/web";
import { enterDependency, entryOf, type EntryPoint } from "./entry-point.ts";
import { scopesOf } from "./models/dependencies.ts";
import { connectionValue, declaredBy, inputValue, scopesValue, shownParameters } from "./parameters.ts";

/** What is known of one dependency: whether it turns callers away, and what it hands on. */
export interface Solved {
  readonly name: string;
  /** Undefined where it does not look at the caller. */
  readonly verdict: Verdict | undefined;
  readonly steps: readonly Step[];
  readonly reason?: string;
  readonly credentials: readonly CredentialType[];
  readonly requires: readonly Requirement[];
  /** What it yields for a caller without a valid credential. */
  readonly anonymous: Value;
  /** Its outcome was read off this one request's path or method. */
  readonly touched: boolean;
  readonly isScheme: boolean;
}

/** Solves dependencies as FastAPI does: parameters first, each callable once per request. */
export class Solver {
  readonly machine: Machine;
  readonly middleware: LayerStack = new LayerStack();
  /** What the application at hand replaces. */
  overrides: Dict | undefined;
  readonly #made: RunMemo<Value, Value> = new RunMemo();
  readonly #known: Map<Value, RunMemo<string, Solved>> = new Map();

  constructor(machine: Machine) {
    this.machine = machine;
  }

  /** How a dependency treats a caller without a valid credential. */
  solve(wanted: Value, scopes: readonly string[], place: Place, depth = 0): Solved {
    const callable = this.#replaced(wanted);
    const key = `${this.machine.request?.stack ?? ""} ${scopes.join(" ")}`;
    const known = this.#known.get(callable)?.get(this.machine, key);
    if (known) return this.#noted(known);
    const { value: solved, needs } = this.machine.complete(() => (depth > 24 ? opaque(callable, place, "dependencies are nested too deeply") : this.machine.unrecorded(() => this.#solve(callable, scopes, place, depth))));
    if (!solved.touched) {
      const byScopes = this.#known.get(callable) ?? new RunMemo<string, Solved>();
      byScopes.set(key, solved, needs);
      this.#known.set(callable, byScopes);
    }
    return this.#noted(solved);
  }

  /** Whoever needs it looks at the same credentials, whether it was solved before or not. */
  #noted(solved: Solved): Solved {
    for (const one of solved.credentials) this.machine.seen.add(one);
    return solved;
  }

  #replaced(callable: Value): Value {
    const key = this.overrides && keyOf(callable);
    return (key === undefined ? undefined : this.overrides?.entries.get(key)?.value) ?? callable;
  }

  #solve(callable: Value, scopes: readonly string[], place: Place, depth: number): Solved {
    const { machine } = this;
    if (callable.kind === "union") return oneOf(callable.options.map((option) => (option.kind === "const" ? opaque(option, place) : this.solve(option, scopes, place, depth + 1))), place);
    const entry = entryOf(callable, place);
    if (!entry) return opaque(callable, place);
    const seenBefore = machine.seen;
    machine.seen = new Set();
    const request = machine.request;
    const touchedBefore = request?.touched ?? false;
    if (request) request.touched = false;
    const gathered: Solved[] = [];
    try {
      const run = (trusting: Trust, into: Solved[]): Run | undefined =>
        machine.within(
          "anonymous",
          runLimits,
          () => {
            const args = this.#arguments(entry, scopes, place, depth, into, "anonymous", undefined);
            return args && { exits: enterDependency(machine, entry, args, place), exhausted: machine.exhausted };
          },
          trusting,
        );
      const hopeful = run("everything", gathered);
      const anonymous = hopeful && !hopeful.exits.some((exit) => exit.kind !== "raise") ? (run("nothing", []) ?? hopeful) : hopeful;
      const touched = (request?.touched ?? false) || gathered.some((one) => one.touched);
      const credentials = [...new Set([...gathered.flatMap((one) => one.credentials), ...machine.seen])].sort();
      const requires = requirementsOf(scopes, gathered);
      const common = { name: entry.name, credentials, requires, touched, isScheme: entry.isScheme };
      const refusing = gathered.find((one) => one.verdict === "rejects");
      if (refusing || !anonymous) {
        return { ...common, verdict: "rejects", steps: [{ span: spanOfPlace(entry.place), note: `${entry.name} needs ${refusing?.name ?? "it"}` }, ...(refusing?.steps ?? [])], anonymous: none };
      }
      const looks = entry.isScheme || gathered.some((one) => one.verdict !== undefined) || [...machine.seen].some((one) => one !== "custom");
      const judged = judgeExits({
        anonymous: (trusting) => (trusting === "everything" ? (hopeful ?? anonymous) : trusting === "recognised" ? (run("recognised", []) ?? anonymous) : anonymous),
        looksAtCaller: looks,
        isGuard: true,
        signedIn: () => this.signedIn(callable, scopes, place),
      });
      const doubtful = gathered.find((one) => one.verdict === "unknown");
      const value = valueOf(anonymous.exits);
      if (doubtful && judged?.verdict !== "rejects") {
        return { ...common, verdict: "unknown", steps: [{ span: spanOfPlace(entry.place), note: `${entry.name} needs ${doubtful.name}` }, ...doubtful.steps], anonymous: value, ...(doubtful.reason !== undefined && { reason: doubtful.reason }) };
      }
      return { ...common, verdict: judged?.verdict, steps: [{ span: spanOfPlace(entry.place), note: entry.isScheme ? `${entry.name} reads the credential` : `${entry.name} runs before the handler` }, ...(judged?.steps ?? [])], anonymous: value, ...(judged?.reason !== undefined && { reason: judged.reason }) };
    } finally {
      machine.seen = seenBefore;
      if (request) request.touched = touchedBefore || request.touched;
    }
  }

  /** How the callable ends for a signed-in caller, on its own. */
  signedIn(callable: Value, scopes: readonly string[], place: Place): readonly Exit[] {
    const entry = entryOf(callable, place);
    if (!entry) return [];
    return this.machine.within("trace", runLimits, () => {
      const args = this.#arguments(entry, scopes, place, 0, [], "trace", new Map());
      return args ? enterDependency(this.machine, entry, args, place) : [];
    });
  }

  /** What the dependency hands to a signed-in caller's handler. Runs within the trace that is under way. */
  hand(wanted: Value, scopes: readonly string[], place: Place, cache: Map<Value, Value>): Value {
    const callable = this.#replaced(wanted);
    const cached = cache.get(callable);
    if (cached) return cached;
    const solved = this.solve(callable, scopes, place);
    const value = solved.verdict === undefined && this.#dependsOnNothing(callable, place) ? this.#shared(callable, scopes, place, cache, solved) : this.#hand(callable, scopes, place, cache, solved);
    cache.set(callable, value);
    return value;
  }

  /** Whether a dependency takes nothing of the request: neither itself nor by what it depends on. */
  #dependsOnNothing(callable: Value, place: Place, depth = 0): boolean {
    const entry = entryOf(callable, place);
    if (!entry || depth > 8) return false;
    const parameters = entry.fn ? shownParameters(this.machine, entry.fn.wraps ?? entry.fn).slice(entry.bound.length) : [];
    return parameters.every((param) => {
      if (param.kind === "var" || param.kind === "kwvar") return true;
      const declared = declaredBy(this.machine, param, new Set());
      return declared.kind === "dependency" && this.#dependsOnNothing(this.#replaced(declared.callable), place, depth + 1);
    });
  }

  /** The same for every request: made once, and what making it does belongs to no request. */
  #shared(callable: Value, scopes: readonly string[], place: Place, cache: Map<Value, Value>, solved: Solved): Value {
    const known = this.#made.get(this.machine, callable);
    if (known) return known;
    const { machine } = this;
    const { recorder } = machine;
    machine.recorder = undefined;
    try {
      const { value, needs } = machine.complete(() => machine.within("trace", runLimits, () => this.#hand(callable, scopes, place, cache, solved)));
      this.#made.set(callable, value, needs);
      return value;
    } finally {
      machine.recorder = recorder;
    }
  }

  #hand(callable: Value, scopes: readonly string[], place: Place, cache: Map<Value, Value>, solved: Solved): Value {
    const { machine } = this;
    const entry = entryOf(callable, place);
    if (!entry) return callValue(machine, callable, noArguments, place);
    const args = this.#arguments(entry, scopes, place, 0, [], "trace", cache);
    if (!args) return unknown("its dependencies turn every caller away", place);
    const exits = enterDependency(machine, entry, args, place);
    const ways = exits.filter((exit) => exit.kind !== "raise");
    if (ways.length === 0) return unknown(`${entry.name} lets no caller pass`, place);
    machine.path = ways.map((exit) => exit.path).reduce((a, b) => joinPaths(a, b));
    const value = valueOf(exits);
    const plain = value.kind === "symbolic" || value.kind === "union";
    const aboutCaller = (labelsOf(value) & (label.principal | label.credential)) !== 0;
    if (solved.verdict !== undefined && plain && (aboutCaller || solved.verdict === "rejects") && (labelsOf(value) & label.input) === 0) {
      const type = entry.fn && resultClass(machine, entry.fn);
      return symbolic({ kind: "principal", guard: entry.name }, { labels: label.principal, place, type });
    }
    return value;
  }

  /** The arguments FastAPI would pass; undefined when a dependency turns the caller away. */
  #arguments(entry: EntryPoint, scopes: readonly string[], place: Place, depth: number, gathered: Solved[], mode: "anonymous" | "trace", cache: Map<Value, Value> | undefined): Arguments | undefined {
    return this.argumentsFor(entry.fn, entry.bound, scopes, place, depth, gathered, mode, cache, this.#pathNames(entry.fn), true, entry.open);
  }

  /** Parameters of a dependency that the route's path names; what is solved with them holds for this path. */
  #pathNames(fn: FunctionValue | undefined): ReadonlySet<string> {
    const { request } = this.machine;
    const names = new Set<string>();
    if (!request || !fn || request.path.kind !== "template") return names;
    for (const part of request.path.parts) if (part.kind === "symbolic" && part.term.kind === "input") names.add(part.term.name);
    if ((fn.wraps ?? fn).params.some((param) => names.has(param.n))) request.touched = true;
    return names;
  }

  /** Arguments for a function's parameters, `bound` of which are given already. */
  argumentsFor(fn: FunctionValue | undefined, bound: readonly Value[], scopes: readonly string[], place: Place, depth: number, gathered: Solved[], mode: "anonymous" | "trace", cache: Map<Value, Value> | undefined, pathNames: ReadonlySet<string>, inDependency: boolean, open = false): Arguments | undefined {
    const { machine } = this;
    const keywords = new Map<string, Value>();
    const shown = fn ? (fn.wraps ?? fn) : undefined;
    let refused = false;
    for (const [index, param] of (shown ? shownParameters(machine, shown) : []).entries()) {
      if (index < bound.length || param.kind === "var" || param.kind === "kwvar") continue;
      const declared = declaredBy(machine, param, pathNames);
      const at = param.place;
      switch (declared.kind) {
        case "dependency": {
          const own = scopesOf(declared.dependency);
          const all = [...scopes, ...own];
          if (mode === "trace") {
            keywords.set(param.name, this.hand(declared.callable, all, at, cache ?? new Map()));
            break;
          }
          const solved = this.solve(declared.callable, all, at, depth + 1);
          gathered.push({ ...solved, steps: [{ span: spanOfPlace(at), note: `${param.name} depends on ${solved.name}` }, ...solved.steps], requires: requirementsOf(own, [solved]) });
          if (solved.verdict === "rejects") refused = true;
          keywords.set(param.name, solved.anonymous);
          break;
        }
        case "connection":
          keywords.set(param.name, connectionValue(declared.cls, at));
          break;
        case "scopes": {
          const cls = classOf(machine, machine.natives.get("fastapi.security.SecurityScopes") ?? none);
          if (cls) keywords.set(param.name, scopesValue(cls, scopes, at));
          break;
        }
        case "input":
          keywords.set(param.name, inputValue(callFor(machine, at), declared, at, inDependency));
          break;
        case "framework":
          keywords.set(param.name, unknown("an object of the framework", at));
          break;
        case "unknown":
          keywords.set(param.name, declared.value);
          break;
        default:
          declared satisfies never;
      }
    }
    if (refused) return undefined;
    return { positional: bound, keywords, open };
  }
}

function callFor(machine: Machine, place: Place): NativeCall {
  return { machine, self: none, args: noArguments, place, conditions: undefined, get: () => undefined };
}

function valueOf(exits: readonly Exit[]): Value {
  // A generator's first yield is what the handler gets.
  const yields = exits.filter((exit) => exit.kind === "yield");
  const ways = yields.length > 0 ? yields : exits.filter((exit) => exit.kind === "return");
  return ways.length === 0 ? none : union(ways.map((exit) => exit.value));
}

function requirementsOf(scopes: readonly string[], gathered: readonly Solved[]): Requirement[] {
  const out: Requirement[] = gathered.flatMap((one) => [...one.requires]);
  if (scopes.length > 0) out.push({ kind: "scope", values: [...new Set(scopes)].sort() });
  return out.filter((one, index, all) => all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index);
}

/** One of several dependencies, and evaluation cannot tell which: it rejects where all of them do. */
function oneOf(options: readonly Solved[], place: Place): Solved {
  const [first] = options;
  const guards = options.filter((option) => option.verdict !== undefined);
  const common = { name: options.map((option) => option.name).join(" or "), credentials: options.flatMap((option) => option.credentials), requires: [], anonymous: union(options.map((option) => option.anonymous)), touched: options.some((option) => option.touched), isScheme: false };
  if (first && options.every((option) => option.verdict === "rejects")) return { ...common, verdict: "rejects", steps: first.steps };
  if (guards.length === 0) return { ...common, verdict: undefined, steps: [] };
  const reason = `which of several dependencies is used here is not known: ${common.name}`;
  return { ...common, verdict: "unknown", steps: [{ span: spanOfPlace(place), note: reason }], reason };
}

function opaque(callable: Value, place: Place, why?: string): Solved {
  const name = nameOf(callable);
  const pending = callable.kind === "symbolic" && callable.pending === true;
  const reason = why ?? (callable.kind === "symbolic" && callable.reason !== undefined ? callable.reason : `${name} is outside the repository`);
  const concerns = pending || callable.kind === "symbolic" ? callable.kind === "symbolic" && (callable.term.kind !== "call" || mayConcernCaller(name)) : mayConcernCaller(name);
  return {
    name,
    verdict: concerns ? "unknown" : undefined,
    steps: [{ span: spanOfPlace(place), note: `what ${name} does could not be followed: ${reason}` }],
    ...(concerns && { reason: `what ${name} does could not be followed: ${reason}` }),
    credentials: [],
    requires: [],
    anonymous: unknown(reason, place, concerns ? label.credential : 0),
    touched: pending,
    isScheme: false,
  };
}
