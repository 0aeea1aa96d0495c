import type { GraphqlOperation, Guard } from "@muster/contract";
import { isLibrary, knownText, spanOfPlace, statusOf, symbolOf, type EndpointJudgement, type Exit, type FunctionValue, type Instance, type Machine, type Place, type Value } from "@muster/python";
import { conclude } from "./conclude.ts";
import { callee } from "./enter.ts";
import { judgeHandler, type HandlerRun } from "./judge-handler.ts";
import { withStatus } from "./refuse.ts";

/** An endpoint that may serve several operations, and how it is asked for one. */
export interface OperationsHost {
  readonly handler: Value;
  readonly place: Place;
  /** Runs what answers for the request at hand. */
  readonly run: Pick<HandlerRun, "invoke" | "response">;
}

/**
 * What an endpoint of GraphQL can be asked for: a library leaves the mark `operations` on what it registers, or notes for the request while it runs, a list of objects
 * with `kind`, `name`, `declared`, `resolver` and, where nothing of the repository runs for it, `plain`. Each is judged by asking the endpoint for it alone. An error that a resolver
 * raises answers the operation: where it looked at the caller, that is how callers are turned away.
 */
export function judgeOperations(machine: Machine, host: OperationsHost, whole: EndpointJudgement): readonly GraphqlOperation[] | undefined {
  const { request } = machine;
  const marked = operationsMark(host.handler) ?? request?.offered;
  if (!request || marked?.kind !== "list") return undefined;
  const alike: { guard?: Guard | undefined; known: boolean } = { known: false };
  const found = marked.items.flatMap(({ value }): GraphqlOperation[] => (value.kind === "instance" ? [judge(machine, host, value, whole.guards, alike)] : []));
  return found.sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}

function judge(machine: Machine, host: OperationsHost, operation: Instance, around: readonly Guard[], alike: { guard?: Guard | undefined; known: boolean }): GraphqlOperation {
  const kind = knownText(operation.attributes.get("kind"));
  const name = knownText(operation.attributes.get("name")) ?? "?";
  const resolver = innermost(operation.attributes.get("resolver"));
  const declared = operation.attributes.get("declared");
  const place = resolver && !isLibrary(resolver.place.module.path) ? resolver.place : declared?.kind === "symbolic" && declared.place ? declared.place : host.place;
  const symbol = resolver ? symbolOf(resolver.place, resolver.name) : name;
  const plain = operation.attributes.get("plain");
  const isPlain = plain?.kind === "const" && plain.value === true;
  const isGuarded = around.some((one) => one.verdict === "rejects");
  const guard = isGuarded ? undefined : isPlain && alike.known ? alike.guard : judgeAlone(machine, host, operation, symbol, place);
  // What runs nothing of the repository's own is judged once for all.
  if (isPlain && !isGuarded) Object.assign(alike, { guard, known: true });
  const { posture, proof, reason } = conclude(guard ? [...around, guard] : around, place);
  return { kind: kind === "mutation" || kind === "subscription" ? kind : "query", name, handler: { symbol, span: spanOfPlace(place) }, posture, proof, ...(reason !== undefined && { reason }) };
}

function judgeAlone(machine: Machine, host: OperationsHost, operation: Instance, name: string, place: Place): Guard | undefined {
  const { request } = machine;
  if (!request) return undefined;
  request.operation = operation;
  try {
    const invoke = (inMachine: Machine): readonly Exit[] => host.run.invoke(inMachine).map((exit) => (exit.kind === "raise" && statusOf(exit.value) === undefined ? { ...exit, value: withStatus(400, exit.place) } : exit));
    return judgeHandler(machine, { name, place, wrapped: false, invoke, ...(host.run.response && { response: host.run.response }) });
  } finally {
    request.operation = undefined;
  }
}

/** The mark itself, where the handler has one. */
export function operationsMark(handler: Value): Value | undefined {
  const fn = callee(handler);
  return fn?.attributes.get("operations") ?? fn?.wraps?.attributes.get("operations") ?? (handler.kind === "instance" ? handler.attributes.get("operations") : undefined);
}

function innermost(resolver: Value | undefined): FunctionValue | undefined {
  const fn = resolver && callee(resolver);
  return fn && (fn.wraps ?? fn);
}
