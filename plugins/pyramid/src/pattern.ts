import { constant, knownText, sequence, type NativeCall, type Value } from "@muster/python";
import { isSoft, pathNames } from "@muster/web";

/** `/{year:\d+}/*rest`, `old/:name`: with `{name}` alone and a slash before it, and the names of its placeholders. */
export function template(call: NativeCall): Value {
  const value = call.get(0) ?? constant(null);
  const text = knownText(value);
  if (text === undefined) return sequence("tuple", [value, sequence("list", [])]);
  const path = `/${withoutExpressions(text).replaceAll(/(^|\/):(\w+)/g, "$1{$2}").replace(/\*(\w+)$/, "{$1}").replace(/^\/+/, "")}`;
  return sequence("tuple", [constant(path, isSoft(value)), sequence("list", pathNames(path).map((name) => constant(name)))]);
}

/** `{name:[a-z]{2}}` is `{name}`: braces of the expression are counted. */
function withoutExpressions(pattern: string): string {
  let out = "";
  let depth = 0;
  let skipping = false;
  for (const letter of pattern) {
    if (letter === "{") depth++;
    if (depth === 1 && letter === ":") skipping = true;
    if (letter === "}" && --depth === 0) skipping = false;
    if (!skipping) out += letter;
  }
  return out;
}
