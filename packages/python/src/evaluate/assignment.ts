import type { Expr } from "../syntax.ts";
import { constant, labelsOf, symbolic, union, unknown } from "../values/make.ts";
import { termOf } from "../values/term.ts";
import type { ClassValue, Instance, Place, Value } from "../values/value.ts";
import { evaluate } from "./expressions.ts";
import type { Frame } from "./frame.ts";
import { elementsOf } from "./iteration.ts";
import { bind } from "./lookup.ts";
import { classChanged, Namespace, setShared } from "../reuse/heap.ts";
import { runModule } from "./modules.ts";
import type { Machine } from "./machine.ts";
import { keyOf } from "./operators.ts";
import { record } from "./events.ts";
import { findInMro, setOnFunctions } from "./attributes.ts";
import { isConditional, isPerhaps, noteAttribute } from "./birth.ts";
import { leftBeside, oneOf, otherwise } from "./one-of.ts";
import { callMethod } from "./calls.ts";
import { argumentsOf, nativeCall } from "./native-call.ts";
import { behindProxy } from "./proxy.ts";

/** Assigns to a target: a name, an attribute, an item, or a pattern of them. */
export function assign(machine: Machine, target: Expr, value: Value, frame: Frame): void {
  const place: Place = { module: frame.module, s: target.s, e: target.e };
  switch (target.k) {
    case "name":
      bind(frame.scope, target.id, value);
      machine.watch?.named(machine, target.id, value, place);
      return;
    case "attr":
      setAttribute(machine, evaluate(machine, target.o, frame), target.n, value, place);
      return;
    case "sub":
      setItemOf(machine, target, value, frame, place);
      return;
    case "tuple":
    case "list":
      unpack(machine, target.x, value, frame, place);
      return;
    case "star":
      assign(machine, target.v, value, frame);
      return;
    default:
      return;
  }
}

function setItemOf(machine: Machine, target: Expr & { k: "sub" }, value: Value, frame: Frame, place: Place): void {
  const object = evaluate(machine, target.o, frame);
  const key = evaluate(machine, target.i, frame);
  if (key.kind === "const" && typeof key.value === "string") machine.watch?.named(machine, key.value, value, place);
  setItem(machine, object, key, value, place);
}

function unpack(machine: Machine, targets: readonly Expr[], value: Value, frame: Frame, place: Place): void {
  const { items, open } = elementsOf(machine, value, place);
  const star = targets.findIndex((target) => target.k === "star");
  const known = open === undefined && (star < 0 ? items.length === targets.length : items.length >= targets.length - 1);
  for (const [index, target] of targets.entries()) {
    if (!known) {
      const part = symbolic({ kind: "item", of: termOf(value), key: { kind: "const", value: index } }, { labels: labelsOf(value), place, reason: "unpacked from a value that is not known", pending: value.kind === "symbolic" && value.pending === true });
      assign(machine, target, part, frame);
    } else if (star >= 0 && index === star) {
      const rest = items.slice(star, items.length - (targets.length - 1 - star));
      assign(machine, target, { kind: "list", items: [...rest] }, frame);
    } else {
      const item = star >= 0 && index > star ? items[items.length - (targets.length - index)] : items[index];
      assign(machine, target, item?.value ?? unknown("nothing was left to unpack", place), frame);
    }
  }
}

export function setAttribute(machine: Machine, object: Value, name: string, value: Value, place: Place): void {
  switch (object.kind) {
    case "instance": {
      setByModel(machine, object, object.class, "__setattr__", [constant(name), value], place);
      const before = object.attributes.get(name);
      const old = (before && leftBeside(before, machine.path.conditions)) ?? (machine.mode === "anonymous" ? ofClass(machine, object, name, place) : undefined);
      const { conditions } = machine.path;
      if (!object.attributes.has(name)) noteAttribute(machine, object, name);
      object.attributes.set(name, old && (isPerhaps(machine, object) || isConditional(machine, object)) ? oneOf([{ value: old, under: otherwise(conditions) }, { value, under: conditions }]) : value);
      if (object.class.mro.some((cls) => cls.opaque && !cls.name.startsWith("builtins."))) {
        record(machine, { kind: "set-attribute", target: termOf(object), name, value: termOf(value) }, place);
        machine.watch?.assigned(machine, termOf(object), name, value, place);
      }
      return;
    }
    case "class":
      classChanged(object.attributes, name);
      if (object.attributes instanceof Namespace && object.attributes.isShared) setShared(object.attributes, name, value);
      else object.attributes.set(name, value);
      return;
    case "module":
      runModule(machine, object.module);
      setShared(object.module.scope.vars, name, value);
      return;
    case "function":
    case "method":
      setOnFunctions(object, name, value);
      return;
    case "symbolic":
      setByModel(machine, object, object.type, "__setattr__", [constant(name), value], place);
      record(machine, { kind: "set-attribute", target: object.term, name, value: termOf(value) }, place);
      machine.watch?.assigned(machine, object.term, name, value, place);
      return;
    case "union":
      for (const option of object.options) setAttribute(machine, option, name, value, place);
      return;
    case "external":
      // `ssl._create_default_https_context = …` changes a library for everyone.
      machine.watch?.assigned(machine, termOf(object), name, value, place);
      return;
    case "const":
    case "template":
    case "list":
    case "tuple":
    case "set":
    case "dict":
    case "native":
    case "annotated":
    case "super":
      return;
    default:
      object satisfies never;
  }
}

/** What an object has of its class as long as nothing else is set on it: on the ways on which that does not happen, it still has. */
function ofClass(machine: Machine, object: Instance, name: string, place: Place): Value | undefined {
  const found = findInMro(object.class, name)?.value;
  if (!found || found.kind === "function" || found.kind === "native" || (found.kind === "const" && found.value === null)) return undefined;
  return behindProxy(machine, found, place);
}

/** Lets a model of the object's class see what is set on it. */
function setByModel(machine: Machine, object: Value, cls: ClassValue | undefined, method: "__setattr__" | "__setitem__", values: readonly Value[], place: Place): boolean {
  const found = cls && findInMro(cls, method);
  if (found?.value.kind !== "native") return false;
  found.value.call(nativeCall(machine, object, argumentsOf(...values), place));
  return true;
}

export function setItem(machine: Machine, object: Value, key: Value, value: Value, place: Place): void {
  if (object.kind === "dict") {
    const text = keyOf(key);
    if (text === undefined) {
      object.entries.set(`?:${place.s}`, { key, value });
      object.open ??= "a key that is not known was set";
      return;
    }
    const old = object.entries.get(text);
    const guarded = machine.mode === "load" && isConditional(machine, object) && machine.path.conditions;
    object.entries.set(text, guarded && old ? { key, value: union([old.value, value]) } : guarded ? { key, value, when: guarded } : { key, value });
    return;
  }
  if (object.kind === "list") {
    const index = key.kind === "const" && typeof key.value === "number" ? key.value : undefined;
    if (index !== undefined && index >= 0 && index < object.items.length) object.items[index] = { value };
    else object.open ??= "an item at an unknown place was set";
    return;
  }
  if (object.kind === "instance") {
    callMethod(machine, object, "__setitem__", argumentsOf(key, value), place);
    return;
  }
  if (object.kind === "external") {
    const model = machine.natives.get(`${object.name}.__setitem__`);
    if (model?.kind === "native") model.call(nativeCall(machine, object, argumentsOf(key, value), place));
    return;
  }
  if (object.kind === "symbolic" && setByModel(machine, object, object.type, "__setitem__", [key, value], place)) return;
  if (object.kind === "symbolic") record(machine, { kind: "set-attribute", target: object.term, name: `[${keyOf(key) ?? "?"}]`, value: termOf(value) }, place);
}
