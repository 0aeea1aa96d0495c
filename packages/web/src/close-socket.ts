import { none, type NativeCall, type Value } from "@muster/python";
import { refuse } from "./refuse.ts";

/** Closing a WebSocket with a policy violation turns the caller away; nothing after it reaches the caller. */
export function closeSocket(call: NativeCall): Value {
  const status = numberOf(call.get(0, "code"));
  if (call.machine.mode === "anonymous" && status !== undefined && (status === 1008 || status === 3000 || status === 3003 || (status >= 4400 && status < 4500))) refuse(call.machine, status, call.place);
  return none;
}

/** The code as a number or a member of an enumeration. */
function numberOf(code: Value | undefined): number | undefined {
  const value = code?.kind === "instance" ? code.attributes.get("value") : code;
  return value?.kind === "const" && typeof value.value === "number" ? value.value : undefined;
}
