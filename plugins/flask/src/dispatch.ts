import { keepDenial, noArguments, statusOf, type Exit, type Instance, type Machine, type Place, type Value } from "@muster/python";
import { callee, enter, pathParameter, receiver, withStatus } from "@muster/web";
import { toResponse } from "./models/responses.ts";
import { errorAnswer } from "./error-handlers.ts";
import type { FlaskState } from "./models/flask-state.ts";

/** Calls a view function with what the rule's converters and defaults give it, and says how that can end. */
export function callView(machine: Machine, state: FlaskState, application: Instance, view: Value, values: ReadonlyMap<string, Value>, place: Place): readonly Exit[] {
  const views = view.kind === "union" ? view.options : [view];
  return views.flatMap((one) => {
    const fn = callee(one);
    if (!fn) return [];
    const exits = enter(machine, fn, { ...noArguments, positional: receiver(one), keywords: values }, place);
    return answered(machine, state, application, exits);
  });
}

/** What an application makes of the ways out of its code: responses, and exceptions by its error handlers. */
export function answered(machine: Machine, state: FlaskState, application: Instance, exits: readonly Exit[]): Exit[] {
  return exits.map((exit): Exit => {
    if (exit.kind === "return") return { ...exit, value: keepDenial(exit.value, toResponse(machine, exit.value, exit.place)) };
    if (exit.kind !== "raise") return exit;
    const status = errorAnswer(machine, application, state.blueprints, exit);
    return status === undefined || status === statusOf(exit.value) ? exit : { ...exit, value: withStatus(status, exit.place) };
  });
}

/** What the rule hands to a view: path parameters, and the values that the rule itself says. */
export function viewValues(names: readonly string[], defaults: ReadonlyMap<string, Value>, place: Place): Map<string, Value> {
  const out = new Map<string, Value>(defaults);
  for (const name of names) out.set(name, pathParameter(name, place));
  return out;
}
