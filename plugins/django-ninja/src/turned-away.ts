import { diverged, findInMro, isLibrary, visiblePlace, type NativeCall, type Place, type Value } from "@muster/python";

/** `turned_away(error, guard)`: raises the error of an operation whose guards all let nobody in, at the place of the last of them. */
export function turnedAway(call: NativeCall): Value {
  const [error, guard] = [call.get(0), call.get(1)];
  const { frame } = call.machine;
  if (error && frame) frame.exits.push({ kind: "raise", value: error, place: (guard && placeOf(guard)) ?? visiblePlace(call.machine, call.place), path: call.machine.path, through: [] });
  throw diverged;
}

/** Where the repository says how the guard works, or makes it. */
function placeOf(guard: Value): Place | undefined {
  if (guard.kind === "method") return placeOf(guard.func);
  if (guard.kind === "function") return own(guard.place);
  if (guard.kind !== "instance") return undefined;
  for (const name of ["authenticate", "__call__"]) {
    const found = findInMro(guard.class, name)?.value;
    const place = found?.kind === "function" ? own(found.place) : undefined;
    if (place) return place;
  }
  return own(guard.class.place) ?? own(guard.place);
}

function own(place: Place | undefined): Place | undefined {
  return place && !isLibrary(place.module.path) ? place : undefined;
}
