import { knownText, label, symbolic, type NativeCall, type Value } from "@muster/python";
import { callerText } from "@muster/web";

/** `api_key(source, name)`: what a class that takes a key reads from the place it names. In a query, too, it is a credential. */
export function apiKey(call: NativeCall): Value {
  const source = knownText(call.get(0));
  const name = knownText(call.get(1)) ?? "?";
  if (source === "cookie") return callerText(call, source, name);
  call.machine.seen.add("api-key");
  if (source === "header") return callerText(call, source, name.toLowerCase());
  const labels = call.machine.mode === "anonymous" ? label.credential : label.credential | label.principal;
  return symbolic({ kind: "input", source: "query", name }, { labels, place: call.place });
}
