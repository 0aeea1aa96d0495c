import type { Term } from "@muster/contract";
import type { ClassValue, Const, Dict, Instance, Item, Lean, NativeFunction, Place, Sequence, Symbolic, Value } from "./value.ts";
import type { NativeCall } from "../evaluate/native-call.ts";

export const none: Const = { kind: "const", value: null };
export const yes: Const = { kind: "const", value: true };
export const no: Const = { kind: "const", value: false };

export function constant(value: string | number | boolean | null, soft?: boolean): Const {
  return soft ? { kind: "const", value, soft: true } : { kind: "const", value };
}

export function sequence(kind: Sequence["kind"], values: Iterable<Value>, open?: string): Sequence {
  const items: Item[] = [];
  for (const value of values) items.push({ value });
  return open === undefined ? { kind, items } : { kind, items, open };
}

/** Code can double a list in every line: beyond this, what else it holds is not followed. */
const mostItems = 10_000;

/** Adds items to a list up to a bound; a list that would grow beyond it is open. */
export function appendBounded(list: Sequence, items: readonly Item[]): void {
  const room = Math.max(0, mostItems - list.items.length);
  for (const item of items.slice(0, room)) list.items.push(item);
  if (items.length > room) list.open ??= "more elements than evaluation follows";
}

export function emptyDict(open?: string): Dict {
  return open === undefined ? { kind: "dict", entries: new Map() } : { kind: "dict", entries: new Map(), open };
}

export function native(name: string, call: (call: NativeCall) => Value | undefined): NativeFunction {
  return { kind: "native", name, call };
}

/** A value that is not known, and why. */
export function unknown(reason: string, place: Place | undefined, labels = 0): Symbolic {
  return { kind: "symbolic", term: { kind: "unknown", reason }, labels, place, reason, type: undefined, lean: undefined, pending: undefined };
}

export function symbolic(term: Term, options: { labels?: number; place?: Place | undefined; reason?: string | undefined; type?: ClassValue | undefined; lean?: Lean | undefined; pending?: boolean | undefined }): Symbolic {
  // All of one shape: evaluation makes and reads nothing as often.
  return { kind: "symbolic", term, labels: options.labels ?? 0, place: options.place, reason: options.reason, type: options.type, lean: options.lean, pending: options.pending ? true : undefined };
}

export function instanceOf(cls: ClassValue, place: Place): Instance {
  return { kind: "instance", class: cls, attributes: new Map(), place, records: new Map() };
}

/** The union of the options, flattened and without repeats; at most eight, beyond which the value counts as unknown. */
export function union(options: readonly Value[], place?: Place): Value {
  const flat: Value[] = [];
  for (const option of options) {
    for (const part of option.kind === "union" ? option.options : [option]) {
      if (!flat.some((known) => sameValue(known, part))) flat.push(part);
    }
  }
  if (flat.length === 1 && flat[0]) return flat[0];
  if (flat.length > 8) return unknown("more than eight possible values", place, flat.reduce((labels, value) => labels | labelsOf(value), 0));
  return { kind: "union", options: flat };
}

/** Whether two values are certainly the same one. */
export function sameValue(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === "const" && b.kind === "const") return a.value === b.value && a.soft === b.soft;
  if (a.kind === "external" && b.kind === "external") return a.name === b.name;
  if (a.kind === "module" && b.kind === "module") return a.module === b.module;
  if (a.kind === "method" && b.kind === "method") return a.func === b.func && a.self === b.self;
  if (a.kind === "symbolic" && b.kind === "symbolic") return a.term === b.term;
  return false;
}

/** How a value depends on the caller, looking one level into containers. */
export function labelsOf(value: Value, depth = 2): number {
  switch (value.kind) {
    case "symbolic":
      return value.labels;
    case "template":
      return value.parts.reduce((labels, part) => labels | labelsOf(part, depth), 0);
    case "union":
      return value.options.reduce((labels, option) => labels | labelsOf(option, depth), 0);
    case "list":
    case "tuple":
    case "set":
      return depth === 0 ? 0 : value.items.reduce((labels, item) => labels | labelsOf(item.value, depth - 1), 0);
    case "dict": {
      let labels = 0;
      if (depth > 0) for (const entry of value.entries.values()) labels |= labelsOf(entry.value, depth - 1);
      return labels;
    }
    case "instance": {
      let labels = 0;
      if (depth > 0) for (const attribute of value.attributes.values()) labels |= labelsOf(attribute, depth - 1);
      return labels;
    }
    case "method":
      return labelsOf(value.self, depth);
    case "const":
    case "module":
    case "class":
    case "function":
    case "native":
    case "external":
    case "annotated":
    case "super":
      return 0;
    default:
      return value satisfies never;
  }
}
