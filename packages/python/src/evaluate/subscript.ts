import type { Expr } from "../syntax.ts";
import { constant, labelsOf, sequence, symbolic, union, unknown } from "../values/make.ts";
import { termOf } from "../values/term.ts";
import { label, type Dict, type Place, type Value } from "../values/value.ts";
import { evaluate } from "./expressions.ts";
import type { Frame } from "./frame.ts";
import { diverged, type Machine } from "./machine.ts";
import { valuesOfTuple } from "./named-tuple.ts";
import { isTrusted } from "./truth.ts";
import { lookedUp } from "../library/methods.ts";
import { namesCredential } from "./chosen-by-caller.ts";
import { markMissed } from "./denial.ts";
import { labelsOfField } from "./field-labels.ts";
import { keyOf } from "./operators.ts";
import { call, callMethod } from "./calls.ts";
import { findInMro } from "./attributes.ts";
import { setItem } from "./assignment.ts";
import { argumentsOf, nativeCall, noArguments } from "./native-call.ts";

/** `object[index]`: an item, a slice, or a generic class with its parameters (which evaluation drops). */
export function subscript(machine: Machine, object: Value, index: Expr, frame: Frame, place: Place): Value {
  if (object.kind === "external" && (object.name === "typing.Annotated" || object.name === "typing_extensions.Annotated")) {
    const parts = index.k === "tuple" ? index.x : [index];
    const [base, ...metadata] = parts.map((part) => evaluate(machine, part, frame));
    if (!base) return unknown("Annotated without arguments", place);
    // Annotated nests: the inner metadata comes first (PEP 593).
    return base.kind === "annotated" ? { kind: "annotated", base: base.base, metadata: [...base.metadata, ...metadata] } : { kind: "annotated", base, metadata };
  }
  if (object.kind === "external" && /^(typing|typing_extensions)\.(Optional|Required|NotRequired|Final|ClassVar|Awaitable|Coroutine)$/.test(object.name)) return index.k === "tuple" ? (index.x.at(-1) ? evaluate(machine, index.x.at(-1) as Expr, frame) : object) : evaluate(machine, index, frame);
  const getter = object.kind === "external" ? machine.natives.get(`${object.name}.__getitem__`) : undefined;
  if (getter) return call(machine, getter, argumentsOf(evaluate(machine, index, frame)), place);
  if (object.kind === "class" || object.kind === "external" || object.kind === "native") {
    if (object.kind === "class" && object.mro.some((cls) => cls.name === "enum.Enum")) {
      const name = evaluate(machine, index, frame);
      const member = name.kind === "const" && typeof name.value === "string" ? object.attributes.get(name.value) : undefined;
      if (member) return member;
    }
    return object;
  }
  if (index.k === "slice") return slice(machine, object, index, frame, place);
  return item(machine, object, evaluate(machine, index, frame), place);
}

export function item(machine: Machine, object: Value, key: Value, place: Place): Value {
  switch (object.kind) {
    case "list":
    case "tuple": {
      if (key.kind === "const" && typeof key.value === "number" && object.open === undefined) {
        const found = object.items.at(key.value);
        if (found) return found.value;
        return unknown("the list has no such item", place);
      }
      if (object.items.length > 0 && object.open === undefined) return union(object.items.map((one) => one.value), place);
      break;
    }
    case "dict": {
      const text = keyOf(key);
      const entry = text === undefined ? undefined : object.entries.get(text);
      if (entry) return entry.value;
      if (text === undefined && labelsOf(key) !== 0) {
        missKey(machine, key, place);
        return lookedUp(object, key, place);
      }
      // What is put into it is lost from sight, and may be among its values.
      if (text === undefined && object.factory) object.open ??= "an entry was made under a key that is not known";
      if (text !== undefined && object.factory && object.open === undefined) {
        const made = call(machine, object.factory, noArguments, place);
        setItem(machine, object, key, made, place);
        return made;
      }
      if (text === undefined && object.entries.size > 0) return union([...object.entries.values()].map((one) => one.value), place);
      if (machine.handlesMissing > 0 && machine.frame && text !== undefined && object.open === undefined && ![...object.entries.keys()].some((one) => one.startsWith("?:"))) {
        machine.frame.exits.push({ kind: "raise", value: { kind: "external", name: "builtins.KeyError" }, place, path: machine.path, through: [] });
        throw diverged;
      }
      break;
    }
    case "union":
      return union(object.options.map((option) => item(machine, option, key, place)), place);
    case "instance": {
      const part = key.kind === "const" && typeof key.value === "number" ? valuesOfTuple(object)?.at(key.value) : undefined;
      if (part) return part;
      const result = callMethod(machine, object, "__getitem__", argumentsOf(key), place);
      if (result) return result;
      break;
    }
    case "const":
      if (typeof object.value === "string" && key.kind === "const" && typeof key.value === "number") {
        const character = [...object.value].at(key.value);
        if (character !== undefined) return constant(character, object.soft);
      }
      break;
    case "external":
      return call(machine, { kind: "external", name: `${object.name}.__getitem__` }, argumentsOf(key), place);
    case "class":
    case "set":
    case "template":
    case "module":
    case "function":
    case "native":
    case "method":
    case "annotated":
    case "super":
      break;
    case "symbolic": {
      const getter = object.type && findInMro(object.type, "__getitem__");
      if (getter?.value.kind === "native") {
        const result = getter.value.call(nativeCall(machine, object, argumentsOf(key), place));
        if (result) return result;
      }
      break;
    }
    default:
      object satisfies never;
  }
  machine.uncertain++;
  const labels = (object.kind === "dict" && keyOf(key) !== undefined ? elsewhereIn(object) : labelsOf(object)) | labelsOf(key) | labelsOfField(object, key);
  const lean = object.kind === "symbolic" && object.lean && (labels & label.credential) !== 0 && !object.lean.truth ? object.lean : undefined;
  return symbolic({ kind: "item", of: termOf(object), key: termOf(key) }, { labels, place, lean, reason: object.kind === "symbolic" ? object.reason : "an item that is not known", pending: object.kind === "symbolic" && object.pending === true });
}

/** What an item under a known key that is not among a dict's says of the caller: what lies under other known keys does not concern it. */
function elsewhereIn(object: Dict): number {
  return [...object.entries].reduce((labels, [key, entry]) => (key.startsWith("?:") ? labels | labelsOf(entry.value) : labels), 0);
}

/** In a table there is nothing under a credential that is not valid: reading it raises. */
function missKey(machine: Machine, key: Value, place: Place): void {
  const labels = labelsOf(key);
  if (machine.mode !== "anonymous" || !(labels & label.credential) || !machine.frame) return;
  const value: Value = { kind: "external", name: "builtins.KeyError" };
  if (namesCredential(termOf(key))) markMissed(value);
  machine.frame.exits.push({ kind: "raise", value, place, path: machine.path, through: [] });
  if (isTrusted(machine, labels)) throw diverged;
}

function slice(machine: Machine, object: Value, index: Expr & { k: "slice" }, frame: Frame, place: Place): Value {
  const bound = (expr: Expr | undefined): number | undefined => {
    const value = expr && evaluate(machine, expr, frame);
    return value?.kind === "const" && typeof value.value === "number" ? value.value : undefined;
  };
  if (!index.step) {
    const from = bound(index.lo);
    const to = bound(index.hi);
    const known = (!index.lo || from !== undefined) && (!index.hi || to !== undefined);
    if (known && object.kind === "const" && typeof object.value === "string") return constant(object.value.slice(from, to), object.soft);
    if (known && (object.kind === "list" || object.kind === "tuple") && object.open === undefined) return { kind: object.kind, items: object.items.slice(from, to) };
  }
  // `[::-1]`: the whole, backwards.
  if (index.step && !index.lo && !index.hi && bound(index.step) === -1) {
    if ((object.kind === "list" || object.kind === "tuple") && object.open === undefined) return { kind: object.kind, items: [...object.items].reverse() };
    if (object.kind === "const" && typeof object.value === "string") return constant([...object.value].reverse().join(""), object.soft);
  }
  if (object.kind === "list" || object.kind === "tuple") return { ...sequence(object.kind, object.items.map((one) => one.value)), open: "a slice" };
  return symbolic({ kind: "item", of: termOf(object), key: { kind: "unknown", reason: "a slice" } }, { labels: labelsOf(object), place, reason: "a slice of a value that is not known" });
}
