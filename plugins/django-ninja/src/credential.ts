import type { CredentialType, Term } from "@muster/contract";
import { knownText, label, symbolic, type NativeCall, type Value } from "@muster/python";

const types: Readonly<Record<string, CredentialType>> = { bearer: "http-bearer", basic: "http-basic", header: "api-key", query: "api-key", cookie: "api-key" };

/**
 * `credential(kind, name)`: what the caller sent where a class of Django Ninja's looks for a credential. A stranger's is there,
 * as anybody can send something, and is not valid: code that lets it pass unchecked lets everybody pass.
 */
export function credential(call: NativeCall): Value {
  const kind = knownText(call.get(0)) ?? "";
  const name = knownText(call.get(1)) ?? "?";
  call.machine.seen.add(types[kind] ?? "custom");
  const term: Term = { kind: "input", source: kind === "query" || kind === "cookie" ? kind : "header", name: name.toLowerCase() };
  if (call.machine.mode === "anonymous") return symbolic(term, { labels: label.credential, place: call.place, lean: { truth: true, strong: true } });
  return symbolic(term, { labels: label.credential | label.principal, place: call.place });
}
