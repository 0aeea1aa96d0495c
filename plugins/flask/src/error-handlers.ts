import { noArguments, none, statusOf, type Exit, type Instance, type Machine, type Value } from "@muster/python";
import { callee, enter, receiver } from "@muster/web";
import { toResponse } from "./models/responses.ts";

/** The status that an application answers an exception with, by the handlers of the blueprints around the view and its own; undefined where none is registered, or it is not known. */
export function errorAnswer(machine: Machine, application: Instance, blueprints: readonly string[], exit: Exit): number | undefined {
  const handler = handlerFor(application, blueprints, exit.value);
  const fn = handler && callee(handler);
  if (!handler || !fn) return undefined;
  const { path } = machine;
  const exits = enter(machine, fn, { ...noArguments, positional: [...receiver(handler), exit.value.kind === "class" ? none : exit.value] }, exit.place);
  machine.path = path;
  const statuses = new Set(exits.map((one) => (one.kind === "return" ? statusOf(toResponse(machine, one.value, one.place)) : statusOf(one.value))));
  const [only] = statuses;
  return statuses.size === 1 ? only : undefined;
}

/** The nearest: those of the innermost blueprint first, and of each those of the exception's own class before its bases'. */
function handlerFor(application: Instance, blueprints: readonly string[], raised: Value): Value | undefined {
  const names = namesOf(raised);
  const status = statusOf(raised);
  const spec = application.attributes.get("error_handler_spec");
  if (spec?.kind !== "dict") return undefined;
  for (const key of [...blueprints.map((name) => `s:${name}`), "object:null"]) {
    const list = spec.entries.get(key)?.value;
    if (list?.kind !== "list") continue;
    let best: { readonly rank: number; readonly handler: Value } | undefined;
    for (const { value } of list.items) {
      const [about, handler] = value.kind === "tuple" ? value.items.map((item) => item.value) : [];
      if (!about || !handler) continue;
      const rank = about.kind === "const" ? (about.value === status && status !== undefined ? 0 : -1) : names.indexOf(namesOf(about)[0] ?? "?");
      if (rank >= 0 && (!best || rank < best.rank)) best = { rank, handler };
    }
    if (best) return best.handler;
  }
  return undefined;
}

/** The names of an exception's class and its bases, nearest first. */
function namesOf(value: Value): string[] {
  switch (value.kind) {
    case "instance":
      return value.class.mro.map((cls) => cls.name);
    case "class":
      return value.mro.map((cls) => cls.name);
    case "external":
      return [value.name, "builtins.Exception"];
    case "symbolic":
      return value.term.kind === "call" && value.term.callee.kind === "symbol" ? [value.term.callee.name, "builtins.Exception"] : [];
    case "const":
    case "template":
    case "list":
    case "tuple":
    case "set":
    case "dict":
    case "module":
    case "function":
    case "native":
    case "method":
    case "annotated":
    case "super":
    case "union":
      return [];
    default:
      return value satisfies never;
  }
}
