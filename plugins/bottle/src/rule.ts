import { constant, knownText, sequence, type NativeCall, type Value } from "@muster/python";
import { isSoft, pathNames, pathValue } from "@muster/web";

/** `<name:filter:config>`, and the older `:name` and `:name#expression#`. */
const wildcard = /<(\w*)(?::\w+(?::(?:\\.|[^\\>])+)?)?>|(\\?):(\w+)(?:#[^#]*#)?/g;

/** A rule with `{name}` alone, and the names of its wildcards. */
export function template(call: NativeCall): Value {
  const value = call.get(0) ?? constant(null);
  const text = knownText(value);
  if (text === undefined) return sequence("tuple", [value, sequence("list", [])]);
  const path = text.replaceAll(wildcard, (whole, name: string | undefined, escape: string | undefined, old: string | undefined) => (escape ? whole.slice(1) : `{${name ?? old ?? ""}}`));
  return sequence("tuple", [constant(path, isSoft(value)), sequence("list", pathNames(path).map((name) => constant(name)))]);
}

/** A path as code sees it below a mount that takes a prefix off it. */
export function pathBelow(call: NativeCall): Value {
  const path = knownText(call.get(0)) ?? "";
  const above = knownText(call.get(1)) ?? "";
  return pathValue(path.startsWith(above) ? path.slice(above.length) || "/" : path);
}

/** The rules of a function that is routed without one: its name and arguments, one rule for each argument that may be left out. */
export function yieldRoutes(call: NativeCall): Value {
  const callback = call.get(0);
  const fn = callback?.kind === "method" && callback.func.kind === "function" ? callback.func : callback;
  if (fn?.kind !== "function") return sequence("list", []);
  const shown = fn.wraps ?? fn;
  const params = shown.params.filter((param) => param.kind !== "var" && param.kind !== "kwvar").slice(callback?.kind === "method" ? 1 : 0);
  const required = params.filter((param) => !shown.defaults.has(param.n));
  let rule = `/${shown.name.slice(shown.name.lastIndexOf(".") + 1).replaceAll("__", "/").replace(/^\/+/, "")}${required.map((param) => `/<${param.n}>`).join("")}`;
  const rules = [rule];
  for (const param of params.slice(required.length)) rules.push((rule += `/<${param.n}>`));
  return sequence("list", rules.map((one) => constant(one)));
}
