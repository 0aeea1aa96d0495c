import type { Guard } from "@muster/contract";
import { elementsOf, findInMro, instanceOf, isLibrary, runLimits, spanOfPlace, unknown, type ClassValue, type FunctionValue, type Machine, type Place, type Value } from "@muster/python";
import { enter } from "@muster/web";

/** What says by its name that it is there for everybody. */
const open = /allow|any|public|open|everyone|none/i;

/**
 * Permissions of the repository that a view asks and that answer yes on every path, whoever calls: a library that asks classes leaves the list
 * of them on its view as the mark `asked`.
 */
export function idlePermissions(machine: Machine, asked: Value | undefined, declared: Place): Guard[] {
  if (asked?.kind !== "list" && asked?.kind !== "tuple") return [];
  return elementsOf(machine, asked, declared).items.flatMap(({ value }): Guard[] => {
    const found = value.kind === "class" ? findInMro(value, "has_permission") : undefined;
    if (value.kind !== "class" || found?.value.kind !== "function" || isLibrary(found.value.place.module.path) || open.test(value.name.slice(value.name.lastIndexOf(".") + 1))) return [];
    return saysYes(machine, value, found.value, declared) ? [guardOf(value, found.value)] : [];
  });
}

function saysYes(machine: Machine, cls: ClassValue, fn: FunctionValue, place: Place): boolean {
  const positional = [instanceOf(cls, place), unknown("a request", place), unknown("a view", place)];
  const exits = machine.within("trace", runLimits, () => enter(machine, fn, { positional, keywords: new Map(), open: false }, fn.place));
  return exits.length > 0 && exits.every(({ kind, value }) => kind === "return" && value.kind === "const" && value.value === true);
}

function guardOf(cls: ClassValue, fn: FunctionValue): Guard {
  const span = spanOfPlace(fn.place);
  return { name: cls.name, via: "permission", layer: "route", span: cls.place ? spanOfPlace(cls.place) : span, verdict: "none", requires: [], credentials: [], proof: [{ span, note: "it answers True on every path, whoever asks" }], flaw: "always-true" };
}
