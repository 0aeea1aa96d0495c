import { constant, emptyDict, knownText, sequence, type NativeCall, type Value } from "@muster/python";
import { pathValue } from "@muster/web";

/** Sections of an application's configuration for paths; of a file that is not read there are none. */
export function sections(call: NativeCall): Value {
  const config = call.get(0);
  if (config?.kind !== "dict") return sequence("list", []);
  return sequence(
    "list",
    [...config.entries.values()].filter((entry) => knownText(entry.key)?.startsWith("/") && entry.value.kind === "dict").map((entry) => sequence("tuple", [entry.key, entry.value])),
  );
}

/** `tools.name.argument` of a configuration, as arguments. */
export function argumentsOfTool(call: NativeCall): Value {
  const config = call.get(0);
  const prefix = knownText(call.get(1));
  const out = emptyDict();
  if (config?.kind !== "dict" || prefix === undefined) return out;
  for (const { key, value } of config.entries.values()) {
    const name = knownText(key)?.startsWith(prefix) ? knownText(key)?.slice(prefix.length) : undefined;
    if (name !== undefined && name !== "on" && name !== "priority" && /^\w+$/.test(name)) out.entries.set(`s:${name}`, { key: constant(name), value });
  }
  return out;
}

/** Names of the tools that a configuration switches on, or may. */
export function switchedOn(call: NativeCall): Value {
  const config = call.get(0);
  if (config?.kind !== "dict") return sequence("list", []);
  const names = [...config.entries.values()].flatMap(({ key, value }) => {
    const name = /^tools\.(\w+)\.on$/.exec(knownText(key) ?? "")?.[1];
    return name === undefined || (value.kind === "const" && !value.value) ? [] : [constant(name)];
  });
  return sequence("list", names);
}

/** A route of the Routes package: `{id:\d+}` and `:id` are `{id}`. */
export function routeTemplate(call: NativeCall): Value | undefined {
  const text = knownText(call.get(0));
  if (text === undefined) return call.get(0);
  const path = text.replaceAll(/\{(\w+):[^{}]*\}/g, "{$1}").replaceAll(/:\(?(\w+)\)?/g, "{$1}");
  return constant(path.startsWith("/") ? path : `/${path}`);
}

/** Whether a tool is certainly off: not named, or named with a value that is false. */
export function isOff(call: NativeCall): Value {
  const value = call.get(0);
  return constant(value === undefined || (value.kind === "const" && !value.value && value.soft !== true));
}

/** Whether a text is known as a whole, or nothing is given. */
export function isText(call: NativeCall): Value {
  const value = call.get(0);
  return constant(value === undefined || (value.kind === "const" && value.value === null) || knownText(value) !== undefined);
}

export function pathOf(call: NativeCall): Value {
  return pathValue(knownText(call.get(0)) ?? "/");
}
