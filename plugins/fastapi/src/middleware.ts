import {
  activate, call as callValue, diverged, findInMro, judgeExits, native, noArguments, none, render, runLimits, spanOfPlace, symbolic,
  type Dict, type Exit, type FunctionValue, type Instance, type Judgement, type Machine, type Mode, type Place, type Run, type Trust, type Value,
} from "@muster/python";
import type { Attachment } from "./attachment.ts";
import { mayConcernCaller } from "@muster/web";
import { requestClass, requestValue, scopeValue } from "./models/requests.ts";
import { originalRoute, recordOf, type MiddlewareRecord } from "./route-record.ts";
import { nameOf } from "@muster/web";

export interface MiddlewareJudgement extends Partial<Judgement>, Attachment {
  readonly name: string;
  readonly place: Place;
}

interface Known {
  readonly judgement: MiddlewareJudgement | undefined;
  /** What it put beside the request. */
  readonly state: Dict["entries"];
}

/** Judges middleware stacks; a middleware that does not look at path or method is judged once for all endpoints. */
export class MiddlewareStack {
  readonly #known: Map<string, Known> = new Map();

  /** Outermost first. What the stack puts beside the request is left in the machine's request. */
  judge(machine: Machine, records: readonly MiddlewareRecord[]): readonly MiddlewareJudgement[] {
    const { request } = machine;
    if (!request) return [];
    const out: MiddlewareJudgement[] = [];
    for (const record of records) {
      const key = `${request.method === "WEBSOCKET"} ${record.place.module.path}:${record.place.s}`;
      let known = this.#known.get(key);
      request.stack += ` ${key}`;
      if (!known) {
        const missing = machine.missing.size;
        const before = new Map(request.state.entries);
        request.touched = false;
        const judgement = judgeMiddleware(machine, record);
        known = { judgement, state: new Map([...request.state.entries].filter(([name, entry]) => before.get(name) !== entry)) };
        if (!request.touched && machine.missing.size === missing) this.#known.set(key, known);
        else if (request.touched && known.state.size > 0) request.stack += ` ${request.method} ${render(request.path, () => "{}")}`;
      }
      for (const [name, entry] of known.state) request.state.entries.set(name, entry);
      if (known.judgement) out.push({ ...known.judgement, conditions: record.conditions });
    }
    return out;
  }
}

const harmless = /^(starlette|fastapi)\.middleware\.(?!authentication)/;

/** How one middleware treats a caller without a valid credential who asks for the request at hand. */
function judgeMiddleware(machine: Machine, record: MiddlewareRecord): MiddlewareJudgement | undefined {
  const { target, place } = record;
  const name = nameOf(target);
  if (harmless.test(name) || (machine.request?.method === "WEBSOCKET" && isForHttp(target))) return undefined;
  const runner = runnerOf(machine, record);
  if (!runner) return mayConcernCaller(name) || target.kind === "symbolic" ? { name, place, verdict: "unknown", steps: [{ span: spanOfPlace(place), note: `the middleware ${name} could not be followed` }], reason: `the middleware ${name} could not be followed` } : undefined;
  const run = (mode: Mode, trusting: Trust): { readonly exits: readonly Exit[]; readonly passes: ReadonlySet<Exit>; readonly exhausted: Place | undefined } =>
    machine.within(mode, runLimits, () => {
      const passes = new Set<Exit>();
      const pass = (at: Place): void => {
        passes.add({ kind: "return", value: none, place: at, path: machine.path, through: [] });
      };
      const exits = runner(mode, pass);
      // What a middleware answers after it let the request through is no refusal.
      return { exits: [...passes, ...(passes.size > 0 ? exits.filter((exit) => exit.kind === "raise") : exits)], passes, exhausted: machine.exhausted };
    }, trusting);
  const seenBefore = machine.seen;
  machine.seen = new Set();
  try {
    const passed = new Set<Exit>();
    const counted = (mode: Mode, trusting: Trust): Run => {
      const { exits, passes, exhausted } = run(mode, trusting);
      for (const pass of passes) passed.add(pass);
      return { exits, exhausted };
    };
    const judged = judgeExits({
      anonymous: (trusting) => counted("anonymous", trusting),
      looksAtCaller: false,
      passes: (exit) => passed.has(exit),
      signedIn: () => counted("trace", "nothing").exits,
    });
    if (!judged) return undefined;
    return { name, place, ...judged, steps: [{ span: spanOfPlace(place), note: `the middleware ${name} runs around every request` }, ...judged.steps] };
  } finally {
    machine.seen = seenBefore;
  }
}

/** `@app.middleware("http")` and `BaseHTTPMiddleware` hand WebSockets on as they are. */
function isForHttp(target: Value): boolean {
  if (target.kind === "function" || target.kind === "method") return true;
  return target.kind === "class" && findInMro(target, "dispatch")?.value.kind === "function" && findInMro(target, "__call__")?.value.kind !== "function";
}

type Runner = (mode: Mode, pass: (at: Place) => void) => readonly Exit[];

function runnerOf(machine: Machine, record: MiddlewareRecord): Runner | undefined {
  const { target, place } = record;
  if (target.kind === "function" || target.kind === "method") {
    const fn = target.kind === "function" ? target : target.func;
    if (fn.kind !== "function") return undefined;
    const bound = target.kind === "method" ? [target.self] : [];
    return (_mode, pass) => start(machine, fn, [...bound, requestValue(requestClass, place), callNext(pass)], place);
  }
  if (target.kind === "instance") return wrapperRunner(machine, target, place);
  if (target.kind !== "class") return undefined;
  if (target.mro.some((cls) => cls.name === "starlette.middleware.authentication.AuthenticationMiddleware")) return authenticationBackend(machine, record);
  if (target.mro.some((cls) => cls.name === "fastapi.routing.APIRoute")) return routeClassRunner(machine, target, place);
  const dispatch = findInMro(target, "dispatch");
  if (dispatch?.value.kind === "function") {
    const fn = dispatch.value;
    return (_mode, pass) => {
      const object = create(machine, target, record, none);
      return object ? start(machine, fn, [object, requestValue(requestClass, place), callNext(pass)], place) : [];
    };
  }
  const entry = findInMro(target, "__call__");
  if (entry?.value.kind !== "function") return undefined;
  const fn = entry.value;
  return (_mode, pass) => {
    const app = native("app", (call) => {
      pass(call.place);
      return none;
    });
    const object = create(machine, target, record, app);
    if (!object) return [];
    const scope = scopeValue(place);
    return start(machine, fn, [object, scope, native("receive", () => undefined), native("send", () => none)], place);
  };
}

/** A route class that wraps the handler of each of its routes. */
function routeClassRunner(machine: Machine, target: Value & { kind: "class" }, place: Place): Runner | undefined {
  const found = findInMro(target, "get_route_handler");
  if (found?.value.kind !== "function") return undefined;
  const fn = found.value;
  return (_mode, pass) => {
    const route: Instance = { kind: "instance", class: target, attributes: new Map(), place, records: new Map([[originalRoute, callNext(pass)]]) };
    const made = start(machine, fn, [route], place);
    return made.flatMap((exit) => (exit.kind === "return" && exit.value.kind === "function" ? start(machine, exit.value, [requestValue(requestClass, place)], place) : []));
  };
}

/** A middleware object that was put around an application by hand. */
function wrapperRunner(machine: Machine, target: Instance, place: Place): Runner | undefined {
  const entry = findInMro(target.class, "__call__");
  if (entry?.value.kind !== "function") return undefined;
  const fn = entry.value;
  return (_mode, pass) => {
    const app = native("app", (call) => {
      pass(call.place);
      return none;
    });
    const attributes = new Map([...target.attributes].map(([name, value]) => [name, recordOf(value) ? app : value]));
    return start(machine, fn, [{ ...target, attributes }, scopeValue(place), native("receive", () => undefined), native("send", () => none)], place);
  };
}

function create(machine: Machine, cls: Value & { kind: "class" }, record: MiddlewareRecord, app: Value): Value | undefined {
  try {
    const object = callValue(machine, cls, { positional: [app], keywords: record.options, open: false }, record.place);
    return object.kind === "instance" ? object : undefined;
  } catch (thrown) {
    if (thrown !== diverged) throw thrown;
    return undefined;
  }
}

function callNext(pass: (at: Place) => void): Value {
  return native("call_next", (call) => {
    pass(call.place);
    return symbolic({ kind: "unknown", reason: "the response" }, { place: call.place, reason: "the response" });
  });
}

function start(machine: Machine, fn: FunctionValue, positional: readonly Value[], place: Place): readonly Exit[] {
  const frame = machine.frame;
  machine.frame = { module: fn.place.module, scope: fn.place.module.scope, exits: [], loops: [] };
  try {
    return activate(machine, fn, { ...noArguments, positional }, place);
  } finally {
    machine.frame = frame;
  }
}

/** Starlette's AuthenticationMiddleware: a backend that raises AuthenticationError turns the caller away; one that returns None lets it pass as unauthenticated. */
function authenticationBackend(machine: Machine, record: MiddlewareRecord): Runner | undefined {
  const backend = record.options.get("backend");
  const object: Instance | undefined = backend?.kind === "instance" ? backend : undefined;
  const found = object && findInMro(object.class, "authenticate");
  if (!object || found?.value.kind !== "function") return undefined;
  const fn = found.value;
  return (_mode, pass) => {
    const exits = start(machine, fn, [object, requestValue(requestClass, record.place)], record.place);
    for (const exit of exits) if (exit.kind === "return") pass(exit.place);
    return exits.filter((exit) => exit.kind === "raise");
  };
}

