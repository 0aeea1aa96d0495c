import { argumentsOf, statusOf, type Exit, type Instance, type Machine, type Value } from "@muster/python";
import { callee, enter, receiver, withStatus } from "@muster/web";
import { requestOf } from "./request-of.ts";

/** What the caller sees of ways out: an exception is answered by the application's handler for the nearest of its classes. */
export function answered(machine: Machine, application: Instance, exits: readonly Exit[]): Exit[] {
  return exits.map((exit) => {
    const handler = exit.kind === "raise" && exit.value.kind === "instance" ? handlerFor(application, exit.value) : undefined;
    const fn = handler && callee(handler);
    if (!handler || !fn) return exit;
    const ways = enter(machine, fn, argumentsOf(...receiver(handler), requestOf(machine, fn.place), exit.value), fn.place);
    const [status, ...others] = new Set(ways.map((way) => statusOf(way.value)));
    return status === undefined || others.length > 0 ? exit : { ...exit, value: withStatus(status, exit.place) };
  });
}

function handlerFor(application: Instance, error: Instance): Value | undefined {
  const list = application.attributes.get("_error_handlers");
  if (list?.kind !== "list") return undefined;
  const known = new Map<Value, Value>();
  for (const { value } of list.items) {
    const [cls, handler] = value.kind === "tuple" ? value.items.map((item) => item.value) : [];
    if (cls && handler) known.set(cls, handler);
  }
  return error.class.mro.map((cls) => known.get(cls)).find((handler) => handler !== undefined);
}
