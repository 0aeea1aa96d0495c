import { label, type Value } from "@muster/python";

/** A path template as a value, `{name}` as holes that the caller fills. */
export function pathValue(path: string): Value {
  const parts = path.split(/(\{[^{}]*\})/).filter((part) => part !== "");
  if (parts.every((part) => !part.startsWith("{"))) return { kind: "const", value: path };
  return { kind: "template", parts: parts.map((part): Value => (part.startsWith("{") ? hole(part.slice(1, -1)) : { kind: "const", value: part })) };
}

/** `{?}` is a piece of the route that is not known: no caller fills it. */
function hole(name: string): Value {
  if (name === "?") return { kind: "symbolic", term: { kind: "unknown", reason: "a piece of the path is not known" }, labels: label.route };
  return { kind: "symbolic", term: { kind: "input", source: "path", name }, labels: label.input | label.route };
}

/** Names of a template's parameters, in order. */
export function pathNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? "");
}
