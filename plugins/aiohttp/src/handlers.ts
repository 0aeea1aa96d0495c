import { argumentsOf, findInMro, importDotted, instanceOf, noArguments, type ClassValue, type Exit, type FunctionValue, type Instance, type Machine, type Value } from "@muster/python";
import { enter, receiver, type WebRoute } from "@muster/web";
import type { Asked } from "./models/asked.ts";
import type { Entry } from "./models/recorders.ts";
import { requestName, requestValue } from "./models/request.ts";

const viewName = "aiohttp.web_urldispatcher.View";
const verbs = ["CONNECT", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT", "TRACE"] as const;

export function isView(handler: Value): handler is ClassValue {
  return handler.kind === "class" && handler.mro.some((cls) => cls.name === viewName);
}

/** The verbs that a view answers on a route for a method, or for all of them. */
export function verbsOf(view: ClassValue, method: string): { readonly verb: string; readonly fn: FunctionValue }[] {
  return verbs.flatMap((verb) => {
    const found = method === "*" || method === verb ? findInMro(view, verb.toLowerCase()) : undefined;
    return found?.value.kind === "function" ? [{ verb, fn: found.value }] : [];
  });
}

/** The request object of a run. */
export function requestOf(machine: Machine, place: Entry["place"]): Value {
  const cls = importDotted(machine, requestName, place);
  if (cls.kind !== "class") throw new Error("The model of aiohttp's request is not among the plugin's values.");
  return requestValue(cls, place);
}

/** How a handler runs: a function with the request, a view by what iterates it. */
export function answering(machine: Machine, asked: Asked, applications: readonly Instance[], handler: Value, entry: Entry & { kind: "route" }, fn: FunctionValue): NonNullable<WebRoute["run"]> {
  const invoke = (): readonly Exit[] => {
    const request = requestOf(machine, entry.place);
    if (!isView(handler)) return enter(machine, fn, { ...noArguments, positional: [...receiver(handler), request] }, entry.place);
    const view = instanceOf(handler, entry.place);
    view.attributes.set("_request", request);
    const init = findInMro(handler, "__init__");
    const before = init?.owner.name === viewName || init?.value.kind !== "function" ? [] : enter(machine, init.value, argumentsOf(view, request), entry.place).filter((exit) => exit.kind === "raise");
    const iterate = findInMro(handler, "_iter");
    const first = iterate?.owner.name === viewName || iterate?.value.kind !== "function" ? fn : iterate.value;
    return [...before, ...enter(machine, first, argumentsOf(view), entry.place)];
  };
  return { invoke: () => asked.within(applications, handler, entry.name, invoke) };
}

