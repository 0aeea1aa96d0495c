import type { Guard, Requirement } from "@muster/contract";
import {
  none, runLimits, spanOfPlace,
  type Arguments, type EndpointJudgement, type Exit, type FunctionValue, type Machine, type Place, type Value,
} from "@muster/python";
import { callee, certain, conclude, enter, guardsAboveRoute, judgeHandler, unfollowed, unknownHandler } from "@muster/web";
import { isDependency, scopesOf } from "./models/dependencies.ts";
import { requestClass, requestValue, scopeValue, webSocketClass } from "./models/requests.ts";
import { middlewareLayer } from "./middleware.ts";
import { handlerFunction } from "./route-handlers.ts";
import type { Layered, Route } from "./route-table.ts";
import type { Solver, Solved } from "./solver.ts";

/** Follows a request of a caller without a valid credential from the outermost middleware to the handler. */
export function judgeEndpoint(machine: Machine, solver: Solver, route: Route, pathNames: ReadonlySet<string>): EndpointJudgement {
  const guards: Guard[] = [];
  for (const { layer, verdict, steps, reason, requires, flaw, environmentDefault } of solver.middleware.judge(machine, route.middleware.flatMap((record) => middlewareLayer(machine, record, route.method) ?? []), route.conditions)) {
    if (!verdict) continue;
    guards.push(certain(route, layer, { name: layer.name, via: layer.via, layer: layer.layer, span: spanOfPlace(layer.place), verdict, requires: [...(verdict === "rejects" ? [{ kind: "authenticated" } as const] : []), ...(requires ?? [])], credentials: ["custom"], proof: steps ?? [], ...(reason !== undefined && { reason }), ...(flaw && { flaw }), ...(environmentDefault && { environmentDefault }) }));
  }
  const scopes: string[] = [];
  for (const dependency of route.dependencies) {
    const solved = solveAttached(solver, dependency, scopes);
    const before = guards.length;
    if (solved) addGuard(guards, solved, dependency.layer, dependency.place);
    for (const guard of guards.splice(before)) guards.push(certain(route, dependency, guard));
  }
  const handler = handlerFunction(route.handler);
  if (handler) judgeOwnHandler(machine, solver, route, handler, pathNames, scopes, guards);
  else if (route.entry.vendor?.guard) {
    const solved = solver.solve(route.entry.vendor.guard, [], route.entry.place);
    addGuard(guards, solved, "route", route.entry.place);
  } else if (!guards.some((guard) => guard.verdict === "rejects")) guards.push(...unknownHandler(route.handler, route.entry.place));
  if (!guards.some((guard) => guard.verdict === "rejects")) guards.push(...guardsAboveRoute(machine, route.handler, route.entry.place));
  return conclude(guards, route.entry.place);
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

function judgeOwnHandler(machine: Machine, solver: Solver, route: Route, shown: FunctionValue, pathNames: ReadonlySet<string>, scopes: readonly string[], guards: Guard[]): void {
  const gathered: Solved[] = [];
  const isSocket = route.method === "WEBSOCKET";
  const self = selfOf(machine, solver, route, gathered);
  const args = machine.within("anonymous", runLimits, () => solver.argumentsFor(callee(route.handler), self, scopes, shown.place, 0, gathered, "anonymous", undefined, pathNames, isSocket));
  for (const solved of gathered) addGuard(guards, solved, "handler", shown.place);
  guards.push(...unfollowed(wrappersOf(route.handler)));
  if (!args || guards.some((guard) => guard.verdict === "rejects")) return;
  const wrapped = route.handler.kind === "function" && route.handler.wraps !== undefined;
  const looked = gathered.some((one) => one.verdict !== undefined);
  const fn = callee(route.handler);
  if (!fn) return;
  const signedIn = (): Arguments | undefined => solver.argumentsFor(fn, selfOf(machine, solver, route, []), scopes, shown.place, 0, [], "trace", new Map(), pathNames, isSocket);
  const guard = judgeHandler(machine, {
    name: `${shown.place.module.name}.${shown.name}`,
    place: shown.place,
    wrapped,
    looked,
    invoke: () => {
      const values = machine.mode === "trace" ? signedIn() : args;
      return values ? enter(machine, fn, values, shown.place) : [];
    },
  });
  if (guard) guards.push(guard);
}

/** How the handler runs for the request at hand: for a caller without a valid credential, or for one who is signed in. */
export function invocationOf(machine: Machine, solver: Solver, route: Route, pathNames: ReadonlySet<string>): ((machine: Machine) => readonly Exit[]) | undefined {
  const fn = callee(route.handler);
  const shown = handlerFunction(route.handler);
  if (!fn || !shown) return undefined;
  const isSocket = route.method === "WEBSOCKET";
  const anonymous = machine.within("anonymous", runLimits, () => solver.argumentsFor(fn, selfOf(machine, solver, route, []), [], shown.place, 0, [], "anonymous", undefined, pathNames, isSocket));
  return (inMachine) => {
    const values = inMachine.mode === "trace" ? solver.argumentsFor(fn, selfOf(machine, solver, route, []), [], shown.place, 0, [], "trace", new Map(), pathNames, isSocket) : anonymous;
    return values ? enter(inMachine, fn, values, shown.place) : [];
  };
}

function wrappersOf(handler: Value): FunctionValue["wrappers"] {
  const fn = callee(handler);
  return [...(fn?.wrappers ?? []), ...(handler.kind === "method" && handler.self.kind === "instance" ? (handler.self.class.wrappers ?? []) : [])];
}

/** What stands before the parameters that FastAPI fills: the object of a method, and for Starlette's own routes the request, whatever the parameter is called. */
export function selfOf(machine: Machine, solver: Solver, route: Route, gathered: Solved[], cache?: Map<Value, Value>): Value[] {
  const self = objectOf(machine, solver, route, gathered, cache);
  const fn = route.entry.bare ? callee(route.handler) : undefined;
  const next = fn?.params[self.length];
  if (!fn || !next || next.kind === "kw" || next.kind === "kwvar") return self;
  if (route.handler.kind === "instance" || route.entry.asgi) return [...self, scopeValue(fn.place)];
  return [...self, requestValue(route.method === "WEBSOCKET" ? webSocketClass : requestClass, fn.place)];
}

/**
 * What comes before the parameters that the framework fills. For a view class, its object: class attributes and
 * constructor parameters that are dependencies are solved for each request, as the class-based-view packages do.
 */
function objectOf(machine: Machine, solver: Solver, route: Route, gathered: Solved[], cache?: Map<Value, Value>): Value[] {
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
