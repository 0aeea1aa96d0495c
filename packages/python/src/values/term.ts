import type { Span, Term } from "@muster/contract";
import { spanOf } from "../parse/positions.ts";
import type { ClassValue, Place, Value } from "./value.ts";

/** The value as a term of a trace. Depth and size are bounded: what lies deeper or beyond becomes unknown. */
export function termOf(value: Value): Term {
  return boundedTerm(value, 6, { parts: 2_000 });
}

function boundedTerm(value: Value, depth: number, left: { parts: number }): Term {
  if (depth === 0 || left.parts-- <= 0) return { kind: "unknown", reason: "nested too deeply" };
  const termOf = (part: Value, at: number): Term => boundedTerm(part, at, left);
  switch (value.kind) {
    case "const":
      return value.soft ? { kind: "const", value: value.value, byDefault: true } : { kind: "const", value: value.value };
    case "template":
      return { kind: "template", parts: value.parts.map((part) => termOf(part, depth - 1)) };
    case "list":
    case "tuple":
    case "set":
      return { kind: "collection", type: value.kind, items: value.items.slice(0, 64).map((item) => termOf(item.value, depth - 1)), ...((value.open !== undefined || value.items.length > 64) && { open: true as const }) };
    case "dict":
      return { kind: "dict", entries: [...value.entries.values()].slice(0, 64).map((entry) => ({ key: termOf(entry.key, depth - 1), value: termOf(entry.value, depth - 1) })), ...((value.open !== undefined || value.entries.size > 64) && { open: true as const }) };
    case "module":
      return { kind: "symbol", name: value.module.name };
    case "class":
      return { kind: "symbol", name: value.name };
    case "function":
      return { kind: "symbol", name: symbolOf(value.place, value.name) };
    case "native":
    case "external":
      return { kind: "symbol", name: value.name };
    case "method":
      return { kind: "attribute", of: termOf(value.self, depth - 1), name: value.func.name };
    case "instance":
      return {
        kind: "instance",
        class: value.class.name,
        attributes: [...value.attributes].slice(0, 32).map(([name, attribute]) => ({ name, value: termOf(attribute, Math.min(depth - 1, 3)) })),
      };
    case "annotated":
      return termOf(value.base, depth - 1);
    case "super":
      return termOf(value.self, depth - 1);
    case "union":
      return { kind: "either", options: value.options.map((option) => termOf(option, depth - 1)) };
    case "symbolic":
      return value.term;
    default:
      return value satisfies never;
  }
}

/** `module.path.Class.method` of something defined at a place. */
export function symbolOf(place: Place | undefined, name: string): string {
  return place ? `${place.module.name}.${name}` : name;
}

export function isSubclass(cls: ClassValue, names: readonly string[]): boolean {
  return cls.mro.some((one) => names.includes(one.name));
}

/** The span of a place. */
export function spanOfPlace(place: Place): Span {
  return spanOf(place.module.path, place.module.summary.lines, place.s, Math.max(place.s, place.e));
}
