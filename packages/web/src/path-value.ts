import { label, type Value } from "@muster/python";

/** A path template as a value, `{name}` as holes that the caller fills. */
export function pathValue(path: string): Value {
  const parts = path.split(/(\{[^{}]*\})/).filter((part) => part !== "");
  if (parts.every((part) => !part.startsWith("{"))) return { kind: "const", value: path };
  return {
    kind: "template",
    parts: parts.map((part): Value => (part.startsWith("{") ? { kind: "symbolic", term: { kind: "input", source: "path", name: part.slice(1, -1) }, labels: label.input | label.route } : { kind: "const", value: part })),
  };
}

/** Names of a template's parameters, in order. */
export function pathNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] ?? "");
}
