import type { Guard } from "@muster/contract";
import { isDenial, isLibrary, placeKey, runLimits, spanOfPlace, type Exit, type FunctionValue, type Machine, type Place, type Value } from "@muster/python";
import { callee, enter } from "./enter.ts";
import { nameOf } from "./name-of.ts";

/**
 * Guards that stand above the decorator which registers the route. Python applies decorators from below: the route is for the function
 * as it is there, and what a guard above makes of it is called by nobody.
 *
 * @param handler What the framework calls.
 * @param declared Where the route is declared: inside one of the handler's decorators, or elsewhere, and then nothing is said.
 */
export function guardsAboveRoute(machine: Machine, handler: Value, declared: Place): Guard[] {
  const registered = callee(handler);
  const own = registered?.wraps ?? registered;
  const applied = own && machine.decorated.get(placeKey(own.place));
  if (!registered || !own || !applied) return [];
  const at = applied.findIndex(({ place }) => place.module === declared.module && place.s <= declared.s && declared.e <= place.e);
  return applied.slice(0, Math.max(0, at)).flatMap(({ decorator, place, result }, index): Guard[] => {
    const made = callee(result);
    const below = callee(applied[index + 1]?.result ?? handler);
    // One that leaves the function as it is, or whose outcome is what the framework calls, is no matter of order.
    if (!made || made.place.s === below?.place.s || made.place.s === registered.place.s || !turnsAway(machine, made, own)) return [];
    const span = spanOfPlace(place);
    const name = nameOf(decorator);
    return [{ name, via: "decorator", layer: "route", span, verdict: "none", requires: [], credentials: [], proof: [{ span: spanOfPlace(declared), note: "the route is for the function as it is here" }, { span, note: `${name} stands above it, and what it makes of the function is called by nobody` }], flaw: "above-route" }];
  });
}

/** Whether what a decorator makes of a function turns callers without a credential away, before it comes to the function. */
function turnsAway(machine: Machine, made: FunctionValue, own: FunctionValue): boolean {
  const seen = machine.seen;
  machine.seen = new Set();
  try {
    const exits = machine.within("anonymous", runLimits, () => enter(machine, made, { positional: [], keywords: new Map(), open: true }, made.place), "everything");
    return exits.some((exit) => isDenial(exit) && !isWithin(exit, own));
  } finally {
    machine.seen = seen;
  }
}

function isWithin({ place, through }: Exit, own: FunctionValue): boolean {
  const places = isLibrary(place.module.path) ? through : [place, ...through];
  return places.some((one) => one.module === own.place.module && one.s >= own.place.s && one.s <= own.place.e);
}
