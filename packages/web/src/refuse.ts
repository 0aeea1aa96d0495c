import { constant, diverged, instanceOf, modelClass, type ClassValue, type Instance, type Machine, type NativeCall, type Place, type Value } from "@muster/python";

const httpException: ClassValue = modelClass({ name: "muster.HTTPException" });

/** An exception or response of a status, for what a framework raises itself. */
export function withStatus(status: number, place: Place): Instance {
  const made = instanceOf(httpException, place);
  made.attributes.set("status_code", constant(status));
  return made;
}

/** Ends the run at hand as the framework would that turns the caller away. */
export function refuse(machine: Machine, status: number, place: Place): never {
  machine.frame?.exits.push({ kind: "raise", value: withStatus(status, place), place, path: machine.path, through: [] });
  throw diverged;
}

/** Ends the run at hand with an answer, as a response does that is called or a request that is finished: nothing after it reaches the caller. */
export function answer(call: Pick<NativeCall, "machine" | "place">, value: Value): never {
  call.machine.frame?.exits.push({ kind: "return", value, place: call.place, path: call.machine.path, through: [] });
  throw diverged;
}
