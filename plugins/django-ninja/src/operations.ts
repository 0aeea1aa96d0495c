import { constant, symbolic, visiblePlace, type NativeCall, type Value } from "@muster/python";
import { withStatus } from "@muster/web";

/** `declared_here()`: a value whose place is where the repository is at. */
export function declaredHere(call: NativeCall): Value {
  return symbolic({ kind: "unknown", reason: "a place" }, { place: visiblePlace(call.machine, call.place) });
}

/** `response_of(result)`: a tuple of a status and a body is a response of that status. */
export function responseOf(call: NativeCall): Value {
  const result = call.get(0) ?? constant(null);
  if (result.kind !== "tuple" || result.items.length !== 2) return result;
  const status = result.items[0]?.value;
  return status?.kind === "const" && typeof status.value === "number" ? withStatus(status.value, call.place) : result;
}
