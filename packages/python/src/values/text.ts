import { constant, symbolic, unknown } from "./make.ts";
import type { Const, Place, Template, Value } from "./value.ts";

/** The value as Python's `str()` would write it, where that is known: a constant, or a template with holes. */
export function textOf(value: Value, place?: Place): Const | Template {
  switch (value.kind) {
    case "const":
      return typeof value.value === "string" ? value : constant(pythonText(value.value), value.soft);
    case "template":
      return value;
    case "instance": {
      const inner = value.attributes.get("value");
      if (inner && value.class.mro.some((cls) => cls.name === "enum.Enum")) return textOf(inner, place);
      const path = value.attributes.get("text");
      if (path && value.class.mro.some((cls) => cls.name === "pathlib.PurePath")) return textOf(path, place);
      return { kind: "template", parts: [value] };
    }
    case "union":
    case "symbolic":
    case "list":
    case "tuple":
    case "set":
    case "dict":
    case "module":
    case "class":
    case "function":
    case "native":
    case "method":
    case "external":
    case "annotated":
    case "super":
      return { kind: "template", parts: [value] };
    default:
      return value satisfies never;
  }
}

function pythonText(value: number | boolean | null): string {
  return value === null ? "None" : value === true ? "True" : value === false ? "False" : String(value);
}

/** Code can double a text in every line: beyond this, in UTF-16 code units, what it says is not followed. */
export const longestText = 65_536;
const mostParts = 512;

/** Joins pieces of text; constants melt together. */
export function concat(pieces: readonly Value[]): Const | Template {
  const parts: Value[] = [];
  let soft = false;
  let pending = "";
  const flush = (): void => {
    if (pending !== "") parts.push(constant(pending));
    pending = "";
  };
  for (const piece of pieces) {
    const text = textOf(piece);
    if (text.soft) soft = true;
    for (const part of text.kind === "template" ? text.parts : [text]) {
      if (pending.length > longestText || parts.length > mostParts) return { kind: "template", parts: [unknown("a text of great length", undefined)] };
      if (part.kind === "const" && typeof part.value === "string") pending += part.value;
      else {
        flush();
        parts.push(part);
      }
    }
  }
  if (pending.length > longestText * 2) return { kind: "template", parts: [unknown("a text of great length", undefined)] };
  if (parts.length === 0) return constant(pending, soft);
  flush();
  return soft ? { kind: "template", parts, soft: true } : { kind: "template", parts };
}

/** The string, when all of it is known. */
export function knownText(value: Value | undefined): string | undefined {
  if (value === undefined) return undefined;
  const text = value.kind === "instance" || value.kind === "const" ? textOf(value) : value;
  return text.kind === "const" && typeof text.value === "string" ? text.value : undefined;
}

/** The known beginning of a string. */
export function knownPrefix(value: Value): string {
  const text = textOf(value);
  const first = text.kind === "const" ? text : text.parts[0];
  return first?.kind === "const" && typeof first.value === "string" ? first.value : "";
}

/** The text with each hole written by `hole`. */
export function render(value: Value, hole: (part: Value) => string): string {
  const text = textOf(value);
  if (text.kind === "const") return typeof text.value === "string" ? text.value : "";
  return text.parts.map((part) => (part.kind === "const" && typeof part.value === "string" ? part.value : hole(part))).join("");
}

/** What a string operation yields when the string is not wholly known. */
export function derivedText(method: string, of: Value, labels: number, place: Place): Value {
  if (of.kind === "symbolic") return symbolic({ kind: "unknown", reason: `${method}() of an unknown text` }, { labels, place, reason: of.reason });
  return unknown(`${method}() of a text that is not wholly known`, place, labels);
}
