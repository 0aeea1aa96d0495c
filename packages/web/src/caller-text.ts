import type { CredentialType } from "@muster/contract";
import { knownText, label, labelsOf, modelClass, saysCredential, saysStatement, symbolic, termOf, type ClassValue, type Lean, type NativeCall, type Place, type Value } from "@muster/python";

/** Request headers that describe the request and never who sends it. */
const plainHeaders: ReadonlySet<string> = new Set(
  "accept accept-charset accept-encoding accept-language cache-control connection content-encoding content-language content-length content-type date dnt expect forwarded host hx-request if-match if-modified-since if-none-match if-range if-unmodified-since max-forwards origin pragma range referer sec-fetch-dest sec-fetch-mode sec-fetch-site sec-fetch-user te trailer transfer-encoding upgrade upgrade-insecure-requests user-agent via x-forwarded-for x-forwarded-host x-forwarded-port x-forwarded-proto x-real-ip x-request-id x-requested-with x-correlation-id traceparent tracestate".split(" "),
);

/**
 * A text that the caller sends. Callers choose headers and cookies freely: reading one says nothing; comparing it with a
 * secret does. Headers that are no credential by their standard meaning stay plain inputs. Query parameters that carry a
 * credential by their usual meaning are looked up like one, and counted like an ordinary header.
 *
 * @param name Lower case for headers.
 */
export function callerText(call: Pick<NativeCall, "machine" | "place">, source: "header" | "cookie" | "query" | "path", name: string): Value {
  const isCredential = source === "cookie" || (source === "header" && !plainHeaders.has(name)) || (source === "query" && saysCredential(name));
  // What hangs on what a caller says of itself is undecided, and no proof.
  if (source === "header" && !plainHeaders.has(name) && saysStatement(name)) return symbolic({ kind: "input", source, name }, { labels: label.input | label.request, place: call.place });
  if (isCredential) call.machine.seen.add(name === "authorization" ? "http-bearer" : "custom");
  const guess = name === "authorization" || name === "proxy-authorization" || source === "cookie" ? 0 : source === "header" && saysCredential(name) ? label.guess | label.named : label.guess;
  const labels = !isCredential ? inputLabels(source) : call.machine.mode === "anonymous" ? label.credential | guess : label.credential | label.principal;
  return symbolic({ kind: "input", source, name }, { labels, place: call.place });
}

/** `request.headers` and the like, a class of mappings of the framework: `get`, `[…]` and `in` by name. */
export function callerMapping(source: "header" | "cookie" | "query" | "path", className: string): ClassValue {
  const read = (call: NativeCall): Value => {
    const name = knownText(call.get(0)) ?? "?";
    return callerText(call, source, source === "header" ? name.toLowerCase() : name);
  };
  const contains = (call: NativeCall): Value => {
    const value = read(call);
    const labels = labelsOf(value);
    return symbolic({ kind: "operation", operator: "in", operands: [termOf(call.get(0) ?? value), termOf(call.self)] }, { labels, place: call.place, lean: labels & label.credential && call.machine.mode === "anonymous" ? { truth: false, strong: false } : undefined });
  };
  return modelClass({ name: className, methods: { __contains__: contains, get: read, __getitem__: read, getlist: read, getall: read, getone: read, items: () => undefined, keys: () => undefined } });
}

/** What the caller chooses and no one vouches for: the body, a form, query or path parameters as a whole. */
export function inputs(source: "query" | "path" | "body" | "form", place: Place, type?: ClassValue): Value {
  return symbolic({ kind: "input", source, name: "*" }, { labels: inputLabels(source), place, type });
}

/** A parameter of the path. */
export function pathParameter(name: string, place: Place): Value {
  return symbolic({ kind: "input", source: "path", name }, { labels: inputLabels("path"), place });
}

function inputLabels(source: string): number {
  return source === "path" ? label.input | label.parameter : label.input;
}

/** A part of the request that says who calls: to somebody without a credential it is not filled, to a signed-in caller it is the principal. */
export function callerPart(call: NativeCall, name: string, options: { readonly type?: ClassValue; readonly seen?: CredentialType; readonly lean?: Lean }): Value {
  if (options.seen) call.machine.seen.add(options.seen);
  const anonymous = call.machine.mode === "anonymous";
  return symbolic({ kind: "attribute", of: termOf(call.self), name }, { labels: anonymous ? label.credential : label.principal, place: call.place, type: options.type, lean: anonymous ? options.lean : undefined });
}
