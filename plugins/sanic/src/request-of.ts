import { importDotted, type Machine, type Place, type Value } from "@muster/python";
import { connectionValue, requestName } from "./models/request.ts";

/** The request object of a run. */
export function requestOf(machine: Machine, place: Place, name: string = requestName): Value {
  const cls = importDotted(machine, name, place);
  if (cls.kind !== "class") throw new Error(`The model of ${name} is not among the plugin's values.`);
  return connectionValue(cls, place);
}
