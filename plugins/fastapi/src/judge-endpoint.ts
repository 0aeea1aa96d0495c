import type { Guard, Requirement, Step } from "@muster/contract";
import {
  activate, diverged, findInMro, isDenial, judgeExits, label, labelsOf, none, runLimits, spanOfPlace, statusOf,
  type EndpointJudgement, type Exit, type FunctionValue, type Machine, type Place, type Value,
} from "@muster/python";
import { doubtAbout, type Attachment } from "./attachment.ts";
import { mayConcernCaller } from "@muster/web";
import { isDependency, scopesOf } from "./models/dependencies.ts";
import { handlerFunction } from "./route-handlers.ts";
import type { Layered, Route } from "./route-table.ts";
import { nameOf } from "@muster/web";
import type { Solver, Solved } from "./solver.ts";

/** Follows a request of a caller without a valid credential from the outermost middleware to the handler. */
export function judgeEndpoint(machine: Machine, solver: Solver, route: Route, pathNames: ReadonlySet<string>): EndpointJudgement {
  const guards: Guard[] = [];
  for (const judged of solver.middleware.judge(machine, route.middleware)) {
    if (judged.verdict) guards.push(certain(route, judged, { name: judged.name, via: "middleware", layer: "application", span: spanOfPlace(judged.place), verdict: judged.verdict, requires: judged.verdict === "rejects" ? [{ kind: "authenticated" }] : [], credentials: ["custom"], proof: judged.steps ?? [], ...(judged.reason !== undefined && { reason: judged.reason }) }));
  }
  const scopes: string[] = [];
  for (const dependency of route.dependencies) {
    const solved = solveAttached(solver, dependency, scopes);
    const before = guards.length;
    if (solved) addGuard(guards, solved, dependency.layer, dependency.place);
    for (const guard of guards.splice(before)) guards.push(certain(route, dependency, guard));
  }
  const handler = handlerFunction(route.handler);
  if (handler) judgeHandler(machine, solver, route, handler, pathNames, scopes, guards);
  else if (route.entry.vendor?.guard) {
    const solved = solver.solve(route.entry.vendor.guard, [], route.entry.place);
    addGuard(guards, solved, "route", route.entry.place);
  } else if (route.handler.kind === "symbolic" && !guards.some((guard) => guard.verdict === "rejects")) {
    const reason = `the handler is not known: ${route.handler.reason ?? nameOf(route.handler)}`;
    guards.push({ name: nameOf(route.handler), via: "inline", layer: "handler", span: spanOfPlace(route.entry.place), verdict: "unknown", requires: [], credentials: [], proof: [{ span: spanOfPlace(route.entry.place), note: reason }], reason });
  }
  return conclude(guards, route);
}

/** A guard that rejects, and may not be there at all, proves nothing. */
function certain(route: Route, attachment: Attachment, guard: Guard): Guard {
  const reason = guard.verdict === "rejects" ? doubtAbout(attachment, route) : undefined;
  return reason === undefined ? guard : { ...guard, verdict: "unknown", requires: [], reason };
}

function solveAttached(solver: Solver, dependency: Layered, scopes: readonly string[]): Solved | undefined {
  const { value } = dependency;
  if (!isDependency(value)) {
    if (value.kind !== "symbolic") return undefined;
    return solver.solve(value, scopes, dependency.place);
  }
  const callable = value.attributes.get("dependency") ?? none;
  return solver.solve(callable, [...scopes, ...scopesOf(value)], value.place);
}

function addGuard(guards: Guard[], solved: Solved, layer: Guard["layer"], place: Place, via: Guard["via"] = solved.isScheme ? "security-scheme" : "dependency"): void {
  if (solved.verdict === undefined) return;
  const requires: Requirement[] = solved.verdict === "rejects" ? [{ kind: "authenticated" }, ...solved.requires] : [...solved.requires];
  guards.push({ name: solved.name, via, layer, span: spanOfPlace(place), verdict: solved.verdict, requires, credentials: solved.credentials, proof: [{ span: spanOfPlace(place), note: `${solved.name} is attached here` }, ...solved.steps], ...(solved.reason !== undefined && { reason: solved.reason }) });
}

function judgeHandler(machine: Machine, solver: Solver, route: Route, shown: FunctionValue, pathNames: ReadonlySet<string>, scopes: readonly string[], guards: Guard[]): void {
  const gathered: Solved[] = [];
  const self = selfOf(machine, solver, route, gathered);
  const args = machine.within("anonymous", runLimits, () => solver.argumentsFor(callee(route.handler), self, scopes, shown.place, 0, gathered, "anonymous", undefined, pathNames, route.method === "WEBSOCKET"));
  for (const solved of gathered) addGuard(guards, solved, "handler", shown.place);
  for (const wrapper of wrappersOf(route.handler)) {
    const name = nameOf(wrapper.decorator);
    if (!mayConcernCaller(name)) continue;
    const reason = `the decorator ${name} could not be followed`;
    guards.push({ name, via: "decorator", layer: "handler", span: spanOfPlace(wrapper.place), verdict: "unknown", requires: [], credentials: [], proof: [{ span: spanOfPlace(wrapper.place), note: reason }], reason });
  }
  if (!args || guards.some((guard) => guard.verdict === "rejects")) return;
  // A handler that is given nothing of the caller cannot turn one away.
  const given = [...args.positional, ...args.keywords.values()];
  const wrapped = route.handler.kind === "function" && route.handler.wraps !== undefined;
  if (!wrapped && !given.some((value) => labelsOf(value, 3) & (label.credential | label.request)) && !gathered.some((one) => one.verdict !== undefined)) return;
  const fn = callee(route.handler);
  if (!fn) return;
  const seenBefore = machine.seen;
  machine.seen = new Set();
  const looksAtCaller = (): boolean => gathered.some((one) => one.verdict !== undefined) || [...machine.seen].some((one) => one !== "custom");
  try {
    const judged = judgeExits({
      anonymous: (trusting) =>
        machine.within("anonymous", runLimits, () => ({ exits: enter(machine, fn, args, shown.place), exhausted: machine.exhausted }), trusting),
      get looksAtCaller() {
        return looksAtCaller();
      },
      isHandler: true,
      passes: (exit) => !isDenial(exit) && !(looksAtCaller() && isRefusal(exit)),
      signedIn: () =>
        machine.within("trace", runLimits, () => {
          const values = solver.argumentsFor(fn, selfOf(machine, solver, route, []), scopes, shown.place, 0, [], "trace", new Map(), pathNames, route.method === "WEBSOCKET");
          return values ? enter(machine, fn, values, shown.place) : [];
        }),
    });
    if (judged && (judged.verdict === "rejects" || judged.verdict === "unknown")) {
      guards.push({
        name: `${shown.place.module.name}.${shown.name}`,
        via: wrapped ? "decorator" : "inline",
        layer: "handler",
        span: spanOfPlace(shown.place),
        verdict: judged.verdict,
        requires: judged.verdict === "rejects" ? [{ kind: "authenticated" }] : [],
        credentials: [...machine.seen].sort(),
        proof: [{ span: spanOfPlace(shown.place), note: "the handler itself looks at the caller" }, ...judged.steps],
        ...(judged.reason !== undefined && { reason: judged.reason }),
      });
    }
  } finally {
    machine.seen = seenBefore;
  }
}

/** An error of the caller's: where the handler looked at a credential, a way to turn it away. */
function isRefusal(exit: Exit): boolean {
  const status = statusOf(exit.value);
  return status !== undefined && status >= 400 && status < 500;
}

/** Runs a handler as its own frame; a call that can only raise ends it. */
export function enter(machine: Machine, fn: FunctionValue, args: Parameters<typeof activate>[2], place: Place): readonly Exit[] {
  const frame = machine.frame;
  machine.frame = { module: fn.place.module, scope: fn.place.module.scope, exits: [], loops: [] };
  try {
    return activate(machine, fn, args, place);
  } catch (thrown) {
    if (thrown !== diverged) throw thrown;
    return [];
  } finally {
    machine.frame = frame;
  }
}

/** The function that runs: with the decorators of the repository around it. */
export function callee(handler: Value): FunctionValue | undefined {
  if (handler.kind === "function") return handler;
  if (handler.kind === "method" && handler.func.kind === "function") return handler.func;
  if (handler.kind === "instance") {
    const found = findInMro(handler.class, "__call__");
    return found?.value.kind === "function" ? found.value : undefined;
  }
  return undefined;
}

function wrappersOf(handler: Value): FunctionValue["wrappers"] {
  const fn = callee(handler);
  return [...(fn?.wrappers ?? []), ...(handler.kind === "method" && handler.self.kind === "instance" ? (handler.self.class.wrappers ?? []) : [])];
}

/**
 * What comes before the parameters that the framework fills. For a view class, its object: class attributes and
 * constructor parameters that are dependencies are solved for each request, as the class-based-view packages do.
 */
export function selfOf(machine: Machine, solver: Solver, route: Route, gathered: Solved[], cache?: Map<Value, Value>): Value[] {
  const { handler } = route;
  if (handler.kind === "method") return [handler.self];
  if (handler.kind === "instance") return [handler];
  const shown = handlerFunction(handler);
  if (!shown?.owner || shown.binding !== "instance" || shown.params[0]?.kind === "kw" || !shown.params[0]) return [];
  if (shown.params[0].n !== "self") return [];
  const cls = shown.owner;
  const object: Value & { kind: "instance" } = { kind: "instance", class: cls, attributes: new Map(), place: shown.place, records: new Map() };
  for (const one of cls.mro) {
    for (const [name, value] of one.attributes) {
      if (!isDependency(value) || object.attributes.has(name)) continue;
      const callable = value.attributes.get("dependency") ?? none;
      if (cache) object.attributes.set(name, solver.hand(callable, scopesOf(value), value.place, cache));
      else {
        const solved = solver.solve(callable, scopesOf(value), value.place);
        gathered.push(solved);
        object.attributes.set(name, solved.anonymous);
      }
    }
  }
  return [object];
}

function conclude(guards: readonly Guard[], route: Route): EndpointJudgement {
  const rejecting = guards.find((guard) => guard.verdict === "rejects");
  if (rejecting) return { guards, posture: "protected", proof: rejecting.proof };
  const doubtful = guards.find((guard) => guard.verdict === "unknown");
  const here: Step = { span: spanOfPlace(route.entry.place), note: "the route is declared here" };
  if (doubtful) return { guards, posture: "unknown", proof: [here, ...doubtful.proof], reason: doubtful.reason ?? `${doubtful.name} could not be decided` };
  const passing = guards.flatMap((guard) => guard.proof);
  return { guards, posture: "public", proof: [{ ...here, note: guards.length === 0 ? "no guard is attached to this route or to anything around it" : "no guard on the way to this route turns a caller away" }, ...passing] };
}
