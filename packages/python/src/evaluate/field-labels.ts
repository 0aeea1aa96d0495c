import { saysProgramKey } from "../guards/concerns-caller.ts";
import { termOf } from "../values/term.ts";
import { knownText } from "../values/text.ts";
import { label, type Value } from "../values/value.ts";
import { isChosenByCaller } from "./chosen-by-caller.ts";

/**
 * What a field of a body adds to how the value depends on the caller. The key of a program (`request.json["api_key"]`) may say who calls: what
 * hangs on it is undecided, and no proof, since bodies hold such keys as plain data, too.
 */
export function labelsOfField(object: Value, key: Value | undefined): number {
  if (object.kind !== "symbolic" || (object.labels & label.input) === 0) return 0;
  const name = key && knownText(key);
  return name !== undefined && saysProgramKey(name) && isChosenByCaller(termOf(object)) ? label.request : 0;
}
