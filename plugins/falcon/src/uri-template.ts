import { constant, knownText, sequence, type NativeCall, type Value } from "@muster/python";
import { pathNames } from "@muster/web";

/** `/ships/{ship_id:int}`: without convertors, and the names of its parameters; undefined stays what it is where it is not known. */
export function uriTemplate(call: NativeCall): Value {
  const value = call.get(0) ?? constant(null);
  const options = value.kind === "union" ? value.options : [value];
  const [first] = options;
  const text = knownText(first);
  const soft = first?.kind === "const" && first.soft === true;
  const path = text === undefined ? value : constant(withoutConvertors(text), soft);
  const names = text === undefined ? [] : pathNames(withoutConvertors(text));
  return sequence("tuple", [path, sequence("list", names.map((name) => constant(name)))]);
}

function withoutConvertors(text: string): string {
  return text.replaceAll(/\{(\w+):\w+(?:\([^)]*\))?\}/g, "{$1}");
}

/** What a sink takes: everything below a prefix, or what an expression with named groups matches. */
export function sinkTemplate(call: NativeCall): Value {
  const value = call.get(0) ?? constant("/");
  const text = knownText(value) ?? knownText(patternOf(value));
  if (text === undefined) return sequence("tuple", [value, sequence("list", [])]);
  const named = text.includes("(?P<");
  const path = named ? withGroups(text) : `${text.replace(/^\^/, "").replace(/\/$/, "")}/{path}`;
  return sequence("tuple", [constant(path), sequence("list", named ? pathNames(path).map((name) => constant(name)) : [])]);
}

/** The text of a compiled expression. */
function patternOf(value: Value): Value | undefined {
  return value.kind === "instance" ? value.attributes.get("pattern") : undefined;
}

function withGroups(pattern: string): string {
  return pattern.replace(/^\^/, "").replace(/\$$/, "").replaceAll(/\(\?P<(\w+)>(?:[^()\\]|\\.)*\)/g, "{$1}");
}
