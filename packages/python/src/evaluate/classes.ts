import { classMade, Namespace } from "../reuse/heap.ts";
import type { Stmt } from "../syntax.ts";
import { dictClass } from "../library/dict-class.ts";
import { constant, instanceOf } from "../values/make.ts";
import type { ClassValue, Place, Value } from "../values/value.ts";
import { applyDecorators } from "./decorators.ts";
import { evaluate } from "./expressions.ts";
import { newFrame, type Frame } from "./frame.ts";
import type { Machine } from "./machine.ts";
import { isOfModule, newScope } from "./scope.ts";
import { execute } from "./statements.ts";
import { elementsOf } from "./iteration.ts";
import { findInMro } from "./attributes.ts";
import { call } from "./calls.ts";

/** Runs a class body and makes the class. */
export function defineClass(machine: Machine, stmt: Stmt & { k: "class" }, frame: Frame): Value {
  const place: Place = { module: frame.module, s: stmt.ns, e: stmt.ne };
  const bases: ClassValue[] = [];
  let metaclass: Value | undefined;
  for (const arg of stmt.a) {
    const value = evaluate(machine, arg.v, frame);
    if (arg.n === "metaclass") metaclass = value;
    if (arg.n !== undefined) continue;
    for (const base of arg.star === 1 ? elementsOf(machine, value, place).items.map((item) => item.value) : [value]) bases.push(asClass(machine, base, place));
  }
  const scope = newScope("class", frame.module, frame.scope);
  const outer = frame.scope.kind === "class" && frame.owner ? `${frame.owner.name}.` : `${frame.module.name}.${enclosing(frame)}`;
  const fields: ClassValue["fields"] = new Map();
  const draft = { kind: "class" as const, name: `${outer}${stmt.n}`, bases, attributes: scope.vars as Map<string, Value>, fields, opaque: false, place, ...(stmt.doc !== undefined && { doc: stmt.doc }), ...(metaclass?.kind === "class" && { metaclass }) };
  const cls: ClassValue & { mro: ClassValue[]; attributes: Map<string, Value> } = { ...draft, mro: [] };
  cls.mro = linearise(cls, bases);
  const body = newFrame(frame.module, scope, { owner: cls });
  const previous = machine.frame;
  machine.frame = body;
  try {
    for (const one of stmt.b) if (one.k === "ann" && one.t.k === "name") fields.set(one.t.id, { annotation: one.a, scope, place: { module: frame.module, s: one.s, e: one.e } });
    execute(machine, stmt.b, body);
  } finally {
    machine.frame = previous;
  }
  for (const [name, bound] of scope.vars) if (bound.kind !== "import") cls.attributes.set(name, bound);
  const attributes = new Namespace([...scope.vars].filter((entry): entry is [string, Value] => entry[1].kind !== "import"));
  attributes.isShared = isOfModule(frame.scope);
  classMade(attributes, place.module.path, cls.name);
  cls.attributes = attributes;
  if (cls.mro.some((one) => one.name === "enum.Enum")) makeMembers(cls, place);
  const hook = findInMro(cls, "__init_subclass__", cls);
  if (hook?.value.kind === "function" || hook?.value.kind === "native") call(machine, { kind: "method", self: cls, func: hook.value }, { positional: [], keywords: keywordsOf(machine, stmt, frame), open: false }, place, frame);
  return applyDecorators(machine, stmt.d, cls, frame);
}

function keywordsOf(machine: Machine, stmt: Stmt & { k: "class" }, frame: Frame): Map<string, Value> {
  const keywords = new Map<string, Value>();
  for (const arg of stmt.a) if (arg.n !== undefined && arg.n !== "metaclass") keywords.set(arg.n, evaluate(machine, arg.v, frame));
  return keywords;
}

function enclosing(frame: Frame): string {
  return frame.function ? `${frame.function.name}.` : "";
}

/** Members of an enumeration are instances with `name` and `value`. */
function makeMembers(cls: ClassValue, place: Place): void {
  let count = 0;
  for (const [name, value] of cls.attributes) {
    if (name.startsWith("_") || value.kind === "function" || value.kind === "native" || value.kind === "class") continue;
    const member = instanceOf(cls, place);
    count++;
    const isAuto = value.kind === "symbolic" && value.term.kind === "call" && value.term.callee.kind === "symbol" && value.term.callee.name === "enum.auto";
    const text = cls.mro.some((one) => one.name === "enum.StrEnum");
    member.attributes.set("name", constant(name));
    member.attributes.set("value", isAuto ? constant(text ? name.toLowerCase() : count) : value);
    cls.attributes.set(name, member);
  }
}

/** `type(name, bases, attributes)`: a class that is made by a call. */
export function makeClass(machine: Machine, name: string, bases: readonly Value[], attributes: ReadonlyMap<string, Value>, place: Place): ClassValue {
  const parents = bases.map((base) => asClass(machine, base, place));
  const cls: ClassValue & { mro: ClassValue[] } = { kind: "class", name: `${place.module.name}.${name}`, bases: parents, mro: [], attributes: new Namespace(attributes), fields: new Map(), opaque: false, place };
  classMade(cls.attributes, place.module.path, cls.name);
  cls.mro = linearise(cls, parents);
  return cls;
}

/** The class behind a base: one outside the repository stands as an opaque class. */
export function asClass(machine: Machine, value: Value, place: Place): ClassValue {
  switch (value.kind) {
    case "class":
      return value;
    case "external":
      return opaqueClass(machine, value.name);
    case "annotated":
      return asClass(machine, value.base, place);
    case "symbolic":
      return opaqueClass(machine, value.term.kind === "symbol" ? value.term.name : `<unknown at ${place.module.name}:${place.s}>`);
    case "native":
      return value.name === "builtins.dict" ? dictClass(machine) : opaqueClass(machine, value.name);
    case "union": {
      const known = value.options.find((option) => option.kind === "class" || option.kind === "external");
      return known ? asClass(machine, known, place) : opaqueClass(machine, `<unknown at ${place.module.name}:${place.s}>`);
    }
    case "const":
    case "template":
    case "list":
    case "tuple":
    case "set":
    case "dict":
    case "module":
    case "function":
    case "method":
    case "instance":
    case "super":
      return opaqueClass(machine, `<not a class at ${place.module.name}:${place.s}>`);
    default:
      return value satisfies never;
  }
}

/** A class of which only the name is known. One object per name. */
export function opaqueClass(machine: Machine, name: string): ClassValue {
  const native = machine.natives.get(name);
  if (native?.kind === "class") return native;
  const known = machine.opaqueClasses.get(name);
  if (known) return known;
  const cls: ClassValue & { mro: ClassValue[] } = { kind: "class", name, bases: [], mro: [], attributes: Namespace.outside(name), fields: new Map(), opaque: true };
  cls.mro = [cls, ...(impliedBases.get(name) ?? []).map((base) => opaqueClass(machine, base))];
  machine.opaqueClasses.set(name, cls);
  return cls;
}

/** Bases of the standard library's classes, where they matter. */
const impliedBases: ReadonlyMap<string, readonly string[]> = new Map([
  ["enum.IntEnum", ["enum.Enum"]],
  ["enum.StrEnum", ["enum.Enum"]],
  ["enum.Flag", ["enum.Enum"]],
  ["enum.IntFlag", ["enum.Enum"]],
  ["django.db.models.TextChoices", ["enum.Enum"]],
  ["django.db.models.IntegerChoices", ["enum.Enum"]],
]);

/** C3 linearisation; where the bases contradict each other, depth first without repeats. */
export function linearise(cls: ClassValue, bases: readonly ClassValue[]): ClassValue[] {
  const lists = [...bases.map((base) => [...base.mro]), [...bases]];
  const out: ClassValue[] = [cls];
  for (;;) {
    const open = lists.filter((list) => list.length > 0);
    if (open.length === 0) return out;
    const next = open.map((list) => list[0]).find((candidate) => candidate && !open.some((list) => list.indexOf(candidate) > 0));
    if (!next) {
      for (const one of open.flat()) if (!out.includes(one)) out.push(one);
      return out;
    }
    out.push(next);
    for (const list of lists) if (list[0] === next) list.shift();
  }
}

