import { elementsOf, findInMro, isSubclass, knownText, type FunctionValue, type Instance, type Machine, type Value } from "@muster/python";
import { scopeValue } from "./models/requests.ts";
import { endpointMethod, type Entry } from "./route-record.ts";

const methodNames = ["get", "head", "post", "put", "patch", "delete", "options"] as const;

/** Which methods a route answers, and with what. */
export function handlersOf(machine: Machine, entry: Entry & { kind: "route" }): { readonly method: string; readonly handler: Value }[] {
  const { handler } = entry;
  if (entry.style === "websocket") return [{ method: "WEBSOCKET", handler: classMethod(handler, ["on_connect", "on_receive"]) ?? handler }];
  if (handler.kind === "class" && isSubclass(handler, ["starlette.endpoints.HTTPEndpoint"])) {
    return methodNames.flatMap((name) => {
      const method = classMethod(handler, [name]);
      return method ? [{ method: name.toUpperCase(), handler: throughDispatch(handler, method) ?? method }] : [];
    });
  }
  if (!entry.methods || (entry.methods.kind === "const" && entry.methods.value === null)) {
    // Starlette's default; a class or object that is an ASGI application answers everything.
    const isFunction = handler.kind === "function" || handler.kind === "method" || handler.kind === "symbolic";
    return isFunction || entry.style === "fastapi" ? [{ method: "GET", handler }] : [{ method: "*", handler }];
  }
  const { items, open } = elementsOf(machine, entry.methods, entry.place);
  if (open !== undefined) return [];
  const names = items.map((item) => knownText(item.value)?.toUpperCase()).filter((name) => name !== undefined);
  return [...new Set(names)].map((method) => ({ method, handler }));
}

function classMethod(cls: Value, names: readonly string[]): Value | undefined {
  if (cls.kind !== "class") return undefined;
  for (const name of names) {
    const found = findInMro(cls, name);
    if (found?.value.kind === "function") {
      const self: Instance = { kind: "instance", class: cls, attributes: new Map(), place: found.value.place, records: new Map() };
      return { kind: "method", self, func: found.value };
    }
  }
  return undefined;
}

/** Where a view class overrides `dispatch`, that runs first, and calls the method only if it likes. */
function throughDispatch(cls: Value & { kind: "class" }, method: Value): Value | undefined {
  const found = findInMro(cls, "dispatch");
  if (found?.value.kind !== "function" || method.kind !== "method" || method.self.kind !== "instance") return undefined;
  const { self } = method;
  self.attributes.set("scope", scopeValue(found.value.place));
  self.records.set(endpointMethod, method.func);
  return { kind: "method", self, func: found.value };
}

/** The function that answers, for naming it. */
export function handlerFunction(handler: Value): FunctionValue | undefined {
  if (handler.kind === "function") return handler.wraps ?? handler;
  if (handler.kind === "method" && handler.func.kind === "function") {
    const answering = handler.self.kind === "instance" ? (handler.self.records.get(endpointMethod) as FunctionValue | undefined) : undefined;
    const fn = answering ?? handler.func;
    return fn.wraps ?? fn;
  }
  if (handler.kind === "instance") {
    const found = findInMro(handler.class, "__call__");
    return found?.value.kind === "function" ? found.value : undefined;
  }
  return undefined;
}
