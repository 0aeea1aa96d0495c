import { httpStatus, libraryModels, withStatus } from "@muster/web";
import { constant, native, type FrameworkModels, type NativeCall, type Place, type Value } from "@muster/python";
import { methodName, normalised, parameters, template } from "./endpoint.ts";

/** Robyn is told in Python (see `library/robyn`); what Python cannot say there is text, names and the parameters of handlers. */
export function robynModels(): FrameworkModels {
  const natives = { method_name: methodName, normalised, parameters, template } satisfies { [name: string]: (call: NativeCall) => Value | undefined };
  return libraryModels({
    name: "robyn",
    applications: ["robyn.application.Robyn"],
    pieces: ["robyn.application.SubRouter"],
    values: Object.entries(natives).map(([name, run]): [string, Value] => [`muster_robyn.${name}`, native(`muster_robyn.${name}`, run)]),
    nameOf: statusName,
    response: responseOf,
  });
}

/** `status_codes.HTTP_401_UNAUTHORIZED`. */
function statusName(name: string): Value | undefined {
  const [, digits, text] = /^robyn\.status_codes\.HTTP_(?:(\d{3})(?:_\w+)?|(\w+))$/.exec(name) ?? [];
  const code = digits === undefined ? httpStatus[text ?? ""] : Number(digits);
  return code === undefined ? undefined : constant(code);
}

/** A tuple of three is a text, headers and a status. */
function responseOf(value: Value, place: Place): Value {
  if (value.kind !== "tuple" || value.items.length !== 3) return value;
  const status = value.items[2]?.value;
  return status?.kind === "const" && typeof status.value === "number" ? withStatus(status.value, place) : value;
}
