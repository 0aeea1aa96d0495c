import { placeKey, type Machine } from "../evaluate/machine.ts";
import type { Dict, Place } from "../values/value.ts";

/** A path parameter that code asked for by a name. */
export interface UnboundName {
  readonly name: string;
  /** The names that the route binds. */
  readonly bound: readonly string[];
  readonly place: Place;
  /** The route binds the name: who asks for several names was served. */
  readonly isBound: boolean;
}

/** Notes that code looked for a path parameter: under a name that the route does not bind, a check that hangs on it never runs. */
export function noteRouteName(machine: Machine, object: Dict, name: string | undefined, place: Place): void {
  if (object.ofRoute !== true || name === undefined || object.open !== undefined) return;
  const bound = [...object.entries.keys()].map((key) => key.slice(2));
  machine.request?.unbound?.set(`${placeKey(place)} ${name}`, { name, bound, place, isBound: bound.includes(name) });
}
