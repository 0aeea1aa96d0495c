import { compareSpans, type Guard, type MountCondition, type Parameter, type Step } from "@muster/contract";
import { emptyDict, isLibrary, runBudget, runLimits, spanOfPlace, statusOfExit, type EndpointJudgement, type Exit, type FoundEndpoint, type Machine, type Place, type Value } from "@muster/python";
import { guardsAboveRoute } from "./above-route.ts";
import { certain, conclude } from "./conclude.ts";
import { callee } from "./enter.ts";
import { judgeHandler, unfollowed, type HandlerRun } from "./judge-handler.ts";
import type { Layer } from "./layer.ts";
import type { LayerStack } from "./layer-stack.ts";
import { nameOf } from "./name-of.ts";
import { judgeByMethod } from "./judge-by-method.ts";
import { judgeOperations } from "./operations.ts";
import { pathNames, pathValue } from "./path-value.ts";
import { surroundingsOf } from "./surroundings.ts";
import { reasonOf } from "./unknown-reason.ts";
import type { Tried } from "./tried-in-order.ts";

/** One method on one full path of one application, as a framework plugin found it. */
export interface WebRoute {
  readonly method: string;
  /** Full template with `{name}` for parameters. */
  readonly path: string;
  /** Where it is declared. */
  readonly place: Place;
  /** What answers, as the repository defines it: `module.path.Class.method` and its place; the declaration's where a library answers. */
  readonly symbol: string;
  readonly handlerPlace: Place;
  /** What is called: a function, method or object; used to tell what could not be followed about it. */
  readonly handler: Value;
  /** Outermost first: everything before the handler that is not a decorator around it. */
  readonly layers: readonly Layer[];
  /** What runs after it and turns nobody away. */
  readonly after?: readonly Layer[];
  /** How the handler runs; absent where a library answers by itself (static files, generated documents) and looks at no caller. */
  readonly run?: Pick<HandlerRun, "invoke" | "of" | "response" | "wholeWay">;
  /** Guards that are attached and never turn anybody away, where the framework knows a kind of them; asked for where no guard rejects. */
  readonly idle?: (machine: Machine) => readonly Guard[];
  readonly conditions: readonly MountCondition[];
  readonly parameters?: readonly Parameter[];
  /** A piece of the path may be replaced by the environment: `isSoft` of one of its values. */
  readonly environmentDefault?: boolean;
  readonly hidden?: boolean;
  readonly deprecated?: boolean;
  /** The earlier route that takes all its requests, where the framework tries routes in order: see `takenBy`. */
  readonly unreachable?: Step;
  /** Where its router comes to it, for frameworks of library modules that try routes in order. */
  readonly tried?: Tried;
  /** Later declarations that it leaves no request. */
  readonly overridden?: readonly Step[];
  readonly tags?: readonly string[];
  readonly summary?: string;
}

/** The endpoint of a route: judged by its layers from the outermost inwards, then by the handler with its decorators. */
export function webEndpoint(machine: Machine, stack: LayerStack, application: string, route: WebRoute): FoundEndpoint {
  const within = <T>(run: () => T, method = route.method): T => {
    machine.request = { method, path: pathValue(route.path), place: route.handlerPlace, touched: false, state: emptyDict(), stack: "", unbound: new Map() };
    try {
      return run();
    } finally {
      machine.request = undefined;
    }
  };
  return {
    endpoint: {
      application,
      method: route.method,
      path: route.path,
      handler: { symbol: route.symbol, span: spanOfPlace(route.handlerPlace) },
      span: spanOfPlace(route.place),
      parameters: withPath(route),
      hidden: route.hidden ?? false,
      deprecated: route.deprecated ?? false,
      conditions: route.conditions,
      tags: route.tags ?? [],
      ...(route.environmentDefault && { environmentDefault: true }),
      ...(route.unreachable && { unreachable: route.unreachable }),
      ...(route.overridden && { overridden: route.overridden }),
      ...(route.summary !== undefined && { summary: route.summary }),
    },
    judge: () => {
      const judgement = within(() => {
        const whole = withUnbound(machine, judgeRoute(machine, stack, route));
        // Everything can be asked for by POST; a page and queries by GET are the same again.
        const operations = route.run && (route.method === "POST" || route.method === "*") ? judgeOperations(machine, { handler: route.handler, place: route.place, run: route.run }, whole) : undefined;
        return { ...whole, ...(operations && { operations }), touched: machine.request?.touched === true };
      });
      const { touched, ...whole } = judgement;
      if (route.method !== "*" || !touched || whole.posture === "protected" || whole.operations) return whole;
      return judgeByMethod((method) => (within(() => isRefusedToAll(machine, route), method) ? undefined : within(() => withUnbound(machine, judgeRoute(machine, stack, route)), method))) ?? whole;
    },
    run: () => within(() => traceRoute(machine, route)),
    basis: basisOf(route),
    around: route.run?.wholeWay ? [] : surroundingsOf([...route.layers, ...(route.after ?? [])], within),
  };
}

/** What the runs of a route are made of; undefined where a part of it does not tell. */
function basisOf({ layers, after = [], run, idle, ...data }: WebRoute): unknown {
  const parts = [...layers, ...after].map(({ run: layerRun, of, ...layer }) => (layerRun === undefined || of !== undefined ? { ...layer, of, runs: layerRun !== undefined } : undefined));
  if (parts.includes(undefined) || (run !== undefined && run.of === undefined)) return undefined;
  return { ...data, layers: parts, before: layers.length, run: run && { of: run.of, wholeWay: run.wholeWay, answers: run.response !== undefined }, idle: idle !== undefined };
}

/** What code asked the route for in vain while it was judged. */
function withUnbound({ request }: Machine, judgement: EndpointJudgement): EndpointJudgement {
  const asked = [...(request?.unbound?.values() ?? [])].filter(({ place }) => !isLibrary(place.module.path));
  const found = asked.some(({ isBound }) => isBound) ? [] : asked.map(({ name, bound, place }) => ({ name, bound, span: spanOfPlace(place) }));
  return found.length === 0 ? judgement : { ...judgement, unbound: found.sort((a, b) => compareSpans(a.span, b.span)) };
}

/** Whether even a signed-in caller is told that there is no such method (RFC 9110 §15.5.6). */
function isRefusedToAll(machine: Machine, { run }: WebRoute): boolean {
  if (!run) return false;
  const exits = machine.within("trace", runBudget(machine), () => run.invoke(machine));
  return exits.length > 0 && exits.every((exit) => statusOfExit(run.response && exit.kind === "return" ? { ...exit, value: run.response(exit.value) } : exit) === 405);
}

function judgeRoute(machine: Machine, stack: LayerStack, route: WebRoute): EndpointJudgement {
  const guards: Guard[] = [];
  for (const { layer, verdict, steps, reason, requires: asked, flaw, environmentDefault } of stack.judge(machine, route.layers, route.conditions)) {
    if (!verdict) continue;
    const requires = [...(verdict === "rejects" ? [{ kind: "authenticated" } as const, ...(layer.requires ?? [])] : []), ...(asked ?? [])];
    guards.push(certain(route, layer, { name: layer.name, via: layer.via, layer: layer.layer, span: spanOfPlace(layer.place), verdict, requires, credentials: ["custom"], proof: steps ?? [], ...(reason !== undefined && { reason }), ...(flaw && { flaw }), ...(environmentDefault && { environmentDefault }) }));
  }
  const fn = callee(route.handler);
  guards.push(...unfollowed([...(fn?.wrappers ?? []), ...(route.handler.kind === "method" && route.handler.self.kind === "instance" ? (route.handler.self.class.wrappers ?? []) : [])]));
  if (!guards.some((guard) => guard.verdict === "rejects")) {
    if (route.run) {
      const wrapped = fn?.wraps !== undefined;
      const inline = judgeHandler(machine, { name: route.symbol, place: route.handlerPlace, wrapped, ...route.run });
      if (inline) guards.push(inline);
    }
    guards.push(...unknownHandler(route.handler, route.place));
  }
  if (!guards.some((guard) => guard.verdict === "rejects")) guards.push(...guardsAboveRoute(machine, route.handler, route.place), ...(route.idle?.(machine) ?? []));
  return conclude(guards, route.place);
}

/** A handler that is not known, one of several or outside of the repository may turn callers away itself. */
export function unknownHandler(handler: Value, declared: Place): Guard[] {
  if (handler.kind !== "symbolic" && handler.kind !== "external" && handler.kind !== "union") return [];
  const span = spanOfPlace(declared);
  const reason = `the handler is not known: ${handler.kind === "union" ? "it is one of several" : reasonOf(handler)}`;
  return [{ name: nameOf(handler), via: "inline", layer: "handler", span, verdict: "unknown", requires: [], credentials: [], proof: [{ span, note: reason }], reason }];
}

/** The signed-in run of the handler, with the decorators around it, in one trace. */
function traceRoute(machine: Machine, route: WebRoute): readonly Exit[] {
  const { run } = route;
  if (!run) return [];
  return machine.within("trace", runLimits, () => {
    const exits = run.invoke(machine);
    if (machine.exhausted) machine.recorder?.lose(machine.exhausted, "the budget of evaluation ended here");
    return run.response ? exits.map((exit) => (exit.kind === "return" ? { ...exit, value: run.response?.(exit.value) ?? exit.value } : exit)) : exits;
  });
}

function withPath(route: WebRoute): Parameter[] {
  const out = new Map((route.parameters ?? []).map((one) => [`${one.in} ${one.name}`, one]));
  for (const name of pathNames(route.path)) if (!out.has(`path ${name}`)) out.set(`path ${name}`, { name, in: "path", required: true });
  return [...out.values()].sort((a, b) => (a.in < b.in ? -1 : a.in > b.in ? 1 : a.name < b.name ? -1 : 1));
}
