import { constant, knownText, sequence, type NativeCall, type Value } from "@muster/python";
import { callee, isSoft, pathNames } from "@muster/web";

/** An endpoint with one slash before it and none behind. */
export function normalised(call: NativeCall): Value | undefined {
  const value = call.get(0);
  const text = knownText(value);
  if (text === undefined) return value;
  const inner = text.trim().replace(/\/+$/, "");
  return constant(inner === "" ? "/" : inner.startsWith("/") ? inner : `/${inner}`, isSoft(value));
}

/** `/birds/:id/*rest` with `{id}` and `{rest}`, and their names. */
export function template(call: NativeCall): Value {
  const value = call.get(0) ?? constant(null);
  const text = knownText(value);
  if (text === undefined) return sequence("tuple", [value, sequence("list", [])]);
  const path = text.replaceAll(/(?<=\/)[:*](\w+)/g, "{$1}");
  return sequence("tuple", [constant(path, isSoft(value)), sequence("list", pathNames(path).map((name) => constant(name)))]);
}

/** `"GET"`, `HttpMethod.GET`. */
export function methodName(call: NativeCall): Value | undefined {
  const value = call.get(0);
  if (value?.kind === "external") return constant(value.name.slice(value.name.lastIndexOf(".") + 1));
  const text = knownText(value);
  return text === undefined ? value : constant(text.toUpperCase());
}

/** Names of what a handler takes, its own object left out. A wrapper of `*args` is handed the request. */
export function parameters(call: NativeCall): Value {
  const handler = call.get(0);
  const fn = handler && callee(handler);
  if (!handler || !fn) return sequence("list", []);
  const own = handler.kind === "function" && fn.owner === undefined ? fn.params : fn.params.slice(1);
  const plain = own.filter((param) => param.kind !== "var" && param.kind !== "kwvar");
  const names = plain.length === 0 && own.length > 0 ? ["request"] : plain.map((param) => param.n);
  return sequence("list", names.map((name) => constant(name)));
}
