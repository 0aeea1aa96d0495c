import { isLibrary } from "../modules/library-index.ts";
import type { Place } from "../values/value.ts";
import type { Machine } from "./machine.ts";

/** The place in the repository that led to a place: itself, or for one inside a library module the innermost call from outside. */
export function visiblePlace(machine: Machine, place: Place): Place {
  if (!isLibrary(place.module.path)) return place;
  const call = machine.calls.findLast((one) => !isLibrary(one.place.module.path));
  return call?.place ?? machine.request?.place ?? place;
}
