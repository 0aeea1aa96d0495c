import { setShared } from "../reuse/heap.ts";
import { constant, labelsOf, sequence, symbolic, union } from "../values/make.ts";
import { termOf } from "../values/term.ts";
import { label, type BoundMethod, type ClassValue, type FunctionValue, type Instance, type Lean, type Place, type Value } from "../values/value.ts";
import { methodOfBuiltin } from "../library/methods.ts";
import { isOfModule } from "./scope.ts";
import { callFunction } from "./calls.ts";
import { classOfAnnotation } from "./annotations.ts";
import type { Machine } from "./machine.ts";
import { memberOf, external } from "./modules.ts";
import { argumentsOf, nativeCall, noArguments } from "./native-call.ts";
import { settled } from "./one-of.ts";

/** `object.name`. What is not known keeps how it was reached. */
export function getAttribute(machine: Machine, object: Value, name: string, place: Place): Value {
  switch (object.kind) {
    case "module":
      return memberOf(machine, { kind: "file", path: object.module.path }, name, place, object.module.name);
    case "class":
      return classAttribute(machine, object, name, place);
    case "instance":
      return instanceAttribute(machine, object, name, place);
    case "super":
      return superAttribute(machine, object.owner, object.self, name, place);
    case "union":
      return union(object.options.filter((option) => !(option.kind === "const" && option.value === null)).map((option) => getAttribute(machine, option, name, place)), place);
    case "symbolic":
      return symbolicAttribute(machine, object, name, place);
    case "external":
      return external(machine, `${object.name}.${name}`);
    case "function":
      return functionAttribute(object, name, place);
    case "method":
      return name === "__self__" ? object.self : object.func.kind === "function" ? functionAttribute(object.func, name, place) : unknownAttribute(object, name, place);
    case "annotated":
      return getAttribute(machine, object.base, name, place);
    case "native":
      return name === "__name__" ? constant(object.name.slice(object.name.lastIndexOf(".") + 1)) : external(machine, `${object.name}.${name}`);
    case "const":
    case "template":
    case "list":
    case "tuple":
    case "set":
    case "dict":
      return methodOfBuiltin(object, name) ?? unknownAttribute(object, name, place);
    default:
      return object satisfies never;
  }
}

/** The first of the method resolution order that has the name, from `after` on. */
export function findInMro(cls: ClassValue, name: string, after?: ClassValue): { readonly owner: ClassValue; readonly value: Value } | undefined {
  const { mro } = cls;
  // One that is not in the order has nothing behind it.
  for (let at = after === undefined ? 0 : (mro.indexOf(after) + 1 || mro.length); at < mro.length; at++) {
    const owner = mro[at];
    const value = owner?.attributes.get(name);
    if (owner && value) return { owner, value };
  }
  return undefined;
}

/** What the class of a class has under the name, bound to the class: what `Meta` defines for `class A(metaclass=Meta)`. */
export function ofMetaclass(machine: Machine, cls: ClassValue, name: string, place: Place): Value | undefined {
  const metaclass = cls.mro.find((one) => one.metaclass !== undefined)?.metaclass;
  if (!metaclass) return undefined;
  const computed = findInMro(metaclass, `@${name}`);
  if (computed?.value.kind === "native") return computed.value.call(nativeCall(machine, cls, noArguments, place));
  const found = findInMro(metaclass, name);
  return found && bindTo(machine, cls, found.value, place);
}

function classAttribute(machine: Machine, cls: ClassValue, name: string, place: Place): Value {
  const found = findInMro(cls, name);
  if (found) {
    const { value } = found;
    if (value.kind === "function") {
      if (value.binding === "class") return { kind: "method", self: cls, func: value };
      return value;
    }
    if (value.kind === "instance") return readOff(machine, value, cls, place);
    if (isColumn(cls, value) || (machine.mode === "trace" && isMappedField(cls, name))) return symbolic({ kind: "attribute", of: termOf(cls), name }, { place, reason: `${name} is a column of ${cls.name}` });
    return value;
  }
  switch (name) {
    case "__name__":
    case "__qualname__":
      return constant(cls.name.slice(cls.name.lastIndexOf(".") + 1));
    case "__module__":
      return constant(cls.name.slice(0, cls.name.lastIndexOf(".")));
    case "__doc__":
      return constant(cls.doc ?? null);
    case "__mro__":
      return sequence("tuple", cls.mro);
    case "__bases__":
      return sequence("tuple", cls.bases);
    case "__dict__":
      return { kind: "dict", entries: new Map([...cls.attributes].map(([key, value]) => [`s:${key}`, { key: constant(key), value }])) };
    default:
      break;
  }
  const byMetaclass = ofMetaclass(machine, cls, name, place);
  if (byMetaclass) return byMetaclass;
  const base = cls.mro.find((one) => one.opaque);
  if (base && base !== cls) {
    const native = machine.natives.get(`${base.name}.${name}`);
    if (native) return native.kind === "native" ? { kind: "method", self: cls, func: native } : native;
  }
  return symbolic({ kind: "attribute", of: termOf(cls), name }, { place, reason: `the class ${cls.name} has no known attribute ${name}` });
}

/** What an object that a class holds gives to whoever reads it there, where a library's class above its own says so: `__get__(self, None, owner)`. */
function readOff(machine: Machine, held: Instance, owner: ClassValue, place: Place): Value {
  for (const base of held.class.mro) {
    const getter = base.opaque ? machine.natives.get(`${base.name}.__get__`) : undefined;
    if (getter?.kind === "native") return getter.call(nativeCall(machine, held, argumentsOf(constant(null), owner), place)) ?? held;
  }
  return held;
}

function instanceAttribute(machine: Machine, object: Instance, name: string, place: Place): Value {
  const own = object.attributes.get(name);
  if (own) return settled(own, machine.path.conditions);
  const computed = findInMro(object.class, `@${name}`);
  if (computed?.value.kind === "native") {
    const result = computed.value.call(nativeCall(machine, object, noArguments, place));
    if (result) return result;
  }
  const inherited = findInMro(object.class, name);
  if (inherited && isColumn(object.class, inherited.value)) return typedAttribute(machine, object, object.class, name, place);
  if (inherited) return bindTo(machine, object, inherited.value, place);
  switch (name) {
    case "__class__":
      return object.class;
    case "__dict__":
      return { kind: "dict", entries: new Map([...object.attributes].map(([key, value]) => [`s:${key}`, { key: constant(key), value }])) };
    default:
      break;
  }
  const getter = findInMro(object.class, "__getattr__");
  if (getter?.value.kind === "function") return callFunction(machine, getter.value, argumentsOf(object, constant(name)), place);
  return typedAttribute(machine, object, object.class, name, place);
}

function superAttribute(machine: Machine, owner: ClassValue, self: Value, name: string, place: Place): Value {
  const cls = self.kind === "instance" ? self.class : self.kind === "class" ? self : self.kind === "symbolic" && self.type ? self.type : owner;
  const found = findInMro(cls, name, owner);
  if (found) return bindTo(machine, self, found.value, place);
  return symbolic({ kind: "attribute", of: termOf(self), name }, { labels: labelsOf(self), place, reason: `a base class outside the repository defines ${name}` });
}

/** What a mapper's class body declares by a call (`mapped_column(…)`, `Column(…)`, `models.CharField(…)`): reading it yields a column, not the call. */
function isColumn(cls: ClassValue, value: Value): boolean {
  return value.kind === "symbolic" && value.term.kind === "call" && cls.mro.some((one) => one.opaque || one.name === "pydantic.BaseModel");
}

/** An annotated field of a class with a base outside the repository: read from the class it is a column, whatever its default. */
function isMappedField(cls: ClassValue, name: string): boolean {
  return cls.mro.some((one) => one.opaque && one.name !== "enum.Enum") && cls.mro.some((one) => one.fields.has(name));
}

function bindTo(machine: Machine, self: Value, member: Value, place: Place): Value {
  if (member.kind === "native") return { kind: "method", self, func: member };
  if (member.kind !== "function") return member;
  switch (member.binding) {
    case "static":
      return member;
    case "class":
      return { kind: "method", self: self.kind === "instance" ? self.class : self.kind === "symbolic" && self.type ? self.type : self, func: member };
    case "property":
      return callFunction(machine, member, argumentsOf(self), place);
    case "instance":
      return { kind: "method", self, func: member };
    default:
      return member.binding satisfies never;
  }
}

function symbolicAttribute(machine: Machine, object: Value & { kind: "symbolic" }, name: string, place: Place): Value {
  if (object.type) {
    const native = findInMro(object.type, `@${name}`);
    if (native?.value.kind === "native") {
      const result = native.value.call(nativeCall(machine, object, noArguments, place));
      if (result) return result;
    }
    const getter = findInMro(object.type, "__getattr__");
    if (getter?.value.kind === "native") {
      const result = getter.value.call(nativeCall(machine, object, argumentsOf(constant(name)), place));
      if (result) return result;
    }
    // What the class holds as a plain value is a default or a column: of an object that is not known it says nothing.
    const found = findInMro(object.type, name);
    if (found && (found.value.kind === "function" || found.value.kind === "native" || found.value.kind === "class")) return bindTo(machine, object, found.value, place);
    machine.uncertain++;
    return typedAttribute(machine, object, object.type, name, place);
  }
  machine.uncertain++;
  return unknownAttribute(object, name, place);
}

/** An attribute that only an annotation speaks of. */
function typedAttribute(machine: Machine, object: Value, cls: ClassValue, name: string, place: Place): Value {
  for (const one of cls.mro) {
    const field = one.fields.get(name);
    if (!field) continue;
    const type = classOfAnnotation(machine, field.annotation, field.scope, field.place);
    return symbolic({ kind: "attribute", of: termOf(object), name }, { labels: labelsOf(object), place, type, reason: `${name} is only annotated`, lean: leanOfAttribute(object, name) });
  }
  return unknownAttribute(object, name, place);
}

function unknownAttribute(object: Value, name: string, place: Place): Value {
  const symbol = object.kind === "symbolic" && object.term.kind === "symbol" ? ({ kind: "symbol", name: `${object.term.name}.${name}` } as const) : undefined;
  return symbolic(symbol ?? { kind: "attribute", of: termOf(object), name }, {
    labels: labelsOf(object),
    place,
    reason: object.kind === "symbolic" ? object.reason : `${name} of a value that is not known`,
    pending: object.kind === "symbolic" && object.pending === true,
    lean: leanOfAttribute(object, name),
  });
}

/** What hangs on something that a caller without a credential does not have is missing too. */
function leanOfAttribute(object: Value, name: string): Lean | undefined {
  if (object.kind !== "symbolic" || !(object.labels & label.credential)) return undefined;
  if (name === "is_anonymous") return { truth: true, strong: true };
  if (name === "is_authenticated") return { truth: false, strong: true };
  return object.lean && !object.lean.truth ? object.lean : undefined;
}

function functionAttribute(fn: FunctionValue, name: string, place: Place): Value {
  const own = fn.attributes.get(name);
  if (own) return own;
  const shown = fn.wraps ?? fn;
  switch (name) {
    case "__name__":
      return constant(shown.name.slice(shown.name.lastIndexOf(".") + 1));
    case "__qualname__":
      return constant(shown.name);
    case "__module__":
      return constant(shown.place.module.name);
    case "__doc__":
      return constant(shown.doc ?? null);
    case "__wrapped__":
      return fn.wraps ?? unknownAttribute(fn, name, place);
    case "__dict__":
      return { kind: "dict", entries: new Map([...fn.attributes].map(([key, value]) => [`s:${key}`, { key: constant(key), value }])) };
    case "setter":
    case "getter":
    case "deleter":
      // Of a property: the getter stays what reading the name means.
      return { kind: "native", name: `property.${name}`, call: () => fn };
    default:
      return unknownAttribute(fn, name, place);
  }
}

/** Function objects are shared by everything that refers to them: attributes set on one are seen by all. */
export function setOnFunctions(object: FunctionValue | BoundMethod, name: string, value: Value): void {
  const fn = object.kind === "method" ? object.func : object;
  if (fn.kind !== "function") return;
  if (isOfModule(fn.scope)) setShared(fn.attributes, name, value);
  else fn.attributes.set(name, value);
}

/** Whether the object has the attribute; undefined where that is not known. */
export function hasAttribute(machine: Machine, object: Value, name: string, place: Place): boolean | undefined {
  switch (object.kind) {
    case "instance":
      if (object.attributes.has(name) || findInMro(object.class, name)) return true;
      if (findInMro(object.class, `@${name}`) || findInMro(object.class, "@has")) return hasByModel(machine, object, object.class, name, place);
      return object.open !== undefined || object.class.mro.some((cls) => cls.opaque && cls.name !== "builtins.object") ? undefined : false;
    case "class":
      if (findInMro(object, name) || ofMetaclass(machine, object, name, place)) return true;
      return object.mro.some((cls) => cls.opaque) ? undefined : false;
    case "module": {
      const value = getAttribute(machine, object, name, place);
      return value.kind === "symbolic" ? (value.pending ? undefined : value.reason?.includes(" has no ") ? false : undefined) : true;
    }
    case "function":
      return object.attributes.has(name);
    case "const":
      return object.value === null ? false : undefined;
    case "symbolic":
      return object.type && hasByModel(machine, object, object.type, name, place);
    case "method":
      return object.func.kind === "function" ? object.func.attributes.has(name) : undefined;
    case "union": {
      const answers = new Set(object.options.map((option) => hasAttribute(machine, option, name, place)));
      const [only] = answers;
      return answers.size === 1 ? only : undefined;
    }
    case "native":
    case "external":
    case "annotated":
    case "super":
    case "template":
    case "list":
    case "tuple":
    case "set":
    case "dict":
      return undefined;
    default:
      return object satisfies never;
  }
}

/** Whether an object of a model's class has an attribute that is computed when read: its property `has` is asked by calling what it yields. */
function hasByModel(machine: Machine, object: Value, cls: ClassValue, name: string, place: Place): boolean | undefined {
  const has = findInMro(cls, "@has");
  if (has?.value.kind === "native") {
    const answer = has.value.call(nativeCall(machine, object, argumentsOf(constant(name)), place));
    return answer?.kind === "const" ? Boolean(answer.value) : undefined;
  }
  return findInMro(cls, `@${name}`) ? true : undefined;
}

