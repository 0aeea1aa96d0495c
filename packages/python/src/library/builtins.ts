import { namesRead } from "../reuse/heap.ts";
import { getAttribute, hasAttribute } from "../evaluate/attributes.ts";
import { noteBirth } from "../evaluate/birth.ts";
import { setAttribute } from "../evaluate/assignment.ts";
import { call as callValue } from "../evaluate/calls.ts";
import { makeClass } from "../evaluate/classes.ts";
import { visiblePlace } from "../evaluate/visible-place.ts";
import { alternativesOf, elementsOf } from "../evaluate/iteration.ts";
import { argumentsOf, type NativeCall } from "../evaluate/native-call.ts";
import { truthOf } from "../evaluate/truth.ts";
import { constant, emptyDict, none, sequence, symbolic, union, unknown } from "../values/make.ts";
import { keyOf } from "../evaluate/operators.ts";
import { knownText, textOf } from "../values/text.ts";
import { httpStatus } from "./http-status.ts";
import type { Item, Sequence, Value } from "../values/value.ts";

type Model = (call: NativeCall) => Value | undefined;

/** Python's builtins, as far as module tops and factories use them. */
export const builtins: { readonly [name: string]: Model } = {
  "builtins.list": (call) => collect(call, "list"),
  "builtins.tuple": (call) => collect(call, "tuple"),
  "builtins.set": (call) => collect(call, "set"),
  "builtins.frozenset": (call) => collect(call, "set"),
  "builtins.sorted": (call) => collect(call, "list"),
  "builtins.reversed": (call) => {
    const list = collect(call, "list");
    return list && { ...list, items: [...list.items].reverse() };
  },
  "builtins.iter": (call) => call.get(0),
  "builtins.next": (call) => {
    const from = call.get(0);
    const first = from && elementsOf(call.machine, from, call.place).items[0];
    return first?.value ?? call.get(1);
  },
  "builtins.dict": (call) => {
    const out = noteBirth(call.machine, emptyDict(call.args.open ? "keywords that are not known" : undefined));
    const from = call.get(0);
    if (from?.kind === "symbolic") return undefined;
    if (from?.kind === "dict") {
      for (const [key, entry] of from.entries) out.entries.set(key, entry);
      if (from.open !== undefined) out.open = from.open;
    } else if (from) {
      const { items, open } = elementsOf(call.machine, from, call.place);
      for (const item of items) {
        const [key, value] = item.value.kind === "tuple" || item.value.kind === "list" ? item.value.items.map((part) => part.value) : [];
        if (key && value) out.entries.set(keyOf(key) ?? `?:${out.entries.size}`, { key, value });
      }
      if (open !== undefined) out.open = open;
    }
    for (const [name, value] of call.args.keywords) out.entries.set(`s:${name}`, { key: constant(name), value });
    return out;
  },
  "builtins.str": (call) => {
    const value = call.get(0);
    return value ? textOf(value, call.place) : constant("");
  },
  "builtins.repr": (call) => call.get(0) && textOf(call.get(0) as Value, call.place),
  "builtins.int": (call) => number(call, (text) => Number.parseInt(text, 10)),
  "builtins.float": (call) => number(call, Number.parseFloat),
  "builtins.bool": (call) => {
    const value = call.get(0);
    const truth = value && truthOf(call.machine, value);
    return truth === undefined ? value : constant(truth);
  },
  "builtins.len": (call) => {
    const value = call.get(0);
    if ((value?.kind === "list" || value?.kind === "tuple" || value?.kind === "set") && value.open === undefined) return constant(value.items.length);
    if (value?.kind === "dict" && value.open === undefined) return constant(value.entries.size);
    if (value?.kind === "const" && typeof value.value === "string") return constant(value.value.length, value.soft);
    return undefined;
  },
  "builtins.range": (call) => {
    const bounds = call.args.positional.map((value) => (value.kind === "const" && typeof value.value === "number" ? value.value : undefined));
    if (bounds.some((bound) => bound === undefined)) return undefined;
    const [from, to, step] = bounds.length === 1 ? [0, bounds[0] ?? 0, 1] : [bounds[0] ?? 0, bounds[1] ?? 0, bounds[2] ?? 1];
    const items: Item[] = [];
    for (let at = from; step > 0 ? at < to : step < 0 && at > to; at += step) {
      if (items.length >= 1_000) return { kind: "list", items, open: "a range of over a thousand numbers" };
      items.push({ value: constant(at) });
    }
    return { kind: "list", items };
  },
  "builtins.enumerate": (call) => {
    const from = call.get(0);
    if (!from) return undefined;
    const { items, open } = elementsOf(call.machine, from, call.place);
    const start = call.get(1, "start");
    const offset = start?.kind === "const" && typeof start.value === "number" ? start.value : 0;
    return { kind: "list", items: items.map((item, index) => ({ ...item, value: sequence("tuple", [constant(index + offset), item.value]) })), ...(open !== undefined && { open }) };
  },
  "builtins.zip": (call) => {
    const all = call.args.positional.map((value) => elementsOf(call.machine, value, call.place));
    const open = all.find((one) => one.open !== undefined)?.open;
    const length = Math.min(...all.map((one) => one.items.length));
    const items = Array.from({ length: Number.isFinite(length) ? length : 0 }, (_, index) => ({ value: sequence("tuple", all.map((one) => one.items[index]?.value ?? none)) }));
    return { kind: "list", items, ...(open !== undefined && { open }) };
  },
  "builtins.map": (call) => {
    const [fn, from] = call.args.positional;
    if (!fn || !from) return undefined;
    const { items, open } = elementsOf(call.machine, from, call.place);
    return { kind: "list", items: items.map((item) => ({ ...item, value: callValue(call.machine, fn, argumentsOf(item.value), call.place) })), ...(open !== undefined && { open }) };
  },
  "builtins.filter": (call) => {
    const [fn, from] = call.args.positional;
    if (!fn || !from) return undefined;
    const { items, open } = elementsOf(call.machine, from, call.place);
    const kept: Item[] = [];
    let reason = open;
    for (const item of items) {
      const answer = fn.kind === "const" ? item.value : callValue(call.machine, fn, argumentsOf(item.value), call.place);
      const truth = truthOf(call.machine, answer);
      if (truth !== false) kept.push(item);
      if (truth === undefined) reason = "a filter that is not known";
    }
    return { kind: "list", items: kept, ...(reason !== undefined && { open: reason }) };
  },
  "builtins.any": (call) => quantify(call, true),
  "builtins.all": (call) => quantify(call, false),
  "builtins.getattr": (call) => {
    const [object, name, fallback] = call.args.positional;
    const known = knownText(name);
    if (!object || known === undefined) return unknown("getattr with a name that is not known", call.place);
    const has = hasAttribute(call.machine, object, known, call.place);
    if (fallback && has === false) return fallback;
    if (fallback && object.kind === "union" && has === undefined) return union(object.options.map((option) => (hasAttribute(call.machine, option, known, call.place) === false ? fallback : getAttribute(call.machine, option, known, call.place))), call.place);
    // `getattr(configuration, "PREFIX", "")`, of a module that is chosen when the program starts: the default, which something else may replace.
    if (fallback?.kind === "const" && fallback.value !== null && has === undefined && call.machine.mode === "load" && (object.kind === "external" || (object.kind === "symbolic" && object.type === undefined && object.pending !== true))) return constant(fallback.value, true);
    return getAttribute(call.machine, object, known, call.place);
  },
  "builtins.hasattr": (call) => {
    const [object, name] = call.args.positional;
    const known = knownText(name);
    const has = object && known !== undefined ? hasAttribute(call.machine, object, known, call.place) : undefined;
    if (has !== undefined) return constant(has);
    // What a caller without a credential does not have is not there.
    const value = object?.kind === "symbolic" && known !== undefined ? getAttribute(call.machine, object, known, call.place) : undefined;
    return value?.kind === "symbolic" && value.lean?.truth === false ? symbolic({ kind: "operation", operator: "hasattr", operands: [value.term] }, { labels: value.labels, place: call.place, lean: value.lean }) : undefined;
  },
  "builtins.setattr": (call) => {
    const [object, name, value] = call.args.positional;
    const known = knownText(name);
    if (object && value) setAttribute(call.machine, object, known ?? "*", value, call.place);
    return none;
  },
  "builtins.dict.fromkeys": (call) => {
    const keys = call.get(0);
    if (!keys || keys.kind === "symbolic") return undefined;
    const { items, open } = elementsOf(call.machine, keys, call.place);
    const out = noteBirth(call.machine, emptyDict(open));
    for (const { value } of items) out.entries.set(keyOf(value) ?? `?:${out.entries.size}`, { key: value, value: call.get(1) ?? none });
    return out;
  },
  "builtins.isinstance": (call) => kindOf(call, (value) => (value.kind === "instance" ? value.class.mro.map((cls) => cls.name) : builtinTypes[value.kind]?.(value))),
  "builtins.issubclass": (call) => kindOf(call, (value) => (value.kind === "class" ? value.mro.map((cls) => cls.name) : undefined)),
  "builtins.callable": (call) => {
    const value = call.get(0);
    if (!value) return undefined;
    if (value.kind === "function" || value.kind === "class" || value.kind === "method" || value.kind === "native") return constant(true);
    if (value.kind === "const" || value.kind === "list" || value.kind === "dict" || value.kind === "tuple" || value.kind === "set") return constant(false);
    return undefined;
  },
  "builtins.type": (call) => {
    const value = call.get(0);
    if (call.args.positional.length === 1) return value?.kind === "instance" ? value.class : undefined;
    const name = knownText(value);
    const bases = call.get(1);
    const attributes = call.get(2);
    if (name === undefined || (bases?.kind !== "tuple" && bases?.kind !== "list") || attributes?.kind !== "dict") return undefined;
    const own = [...attributes.entries.values()].flatMap((entry): [string, Value][] => (entry.key.kind === "const" && typeof entry.key.value === "string" ? [[entry.key.value, entry.value]] : []));
    return makeClass(call.machine, name, bases.items.map((item) => item.value), new Map(own), visiblePlace(call.machine, call.place));
  },
  "builtins.property": (call) => bound(call, "property"),
  "functools.cached_property": (call) => bound(call, "property"),
  "builtins.staticmethod": (call) => bound(call, "static"),
  "builtins.classmethod": (call) => bound(call, "class"),
  "builtins.super": (call) => {
    const [owner, self] = call.args.positional;
    return owner?.kind === "class" && self ? { kind: "super", owner, self } : undefined;
  },
  "builtins.print": () => none,
  "builtins.vars": (call) => call.get(0) && getAttribute(call.machine, call.get(0) as Value, "__dict__", call.place),
  "builtins.globals": (call) => {
    const scope = call.machine.frame?.module.scope;
    if (!scope) return undefined;
    namesRead(scope.module.path);
    const out = emptyDict("names may be added");
    for (const [name, value] of scope.vars) if (value.kind !== "import") out.entries.set(`s:${name}`, { key: constant(name), value });
    return out;
  },
};

function collect(call: NativeCall, kind: Sequence["kind"]): Sequence | undefined {
  const from = call.get(0);
  if (!from) return sequence(kind, []);
  const { items, open } = elementsOf(call.machine, from, call.place);
  return { kind, items: [...items], ...(open !== undefined && { open }) };
}

const statusPrefix = "http.HTTPStatus.";

/** `int(HTTPStatus.UNAUTHORIZED)`. */
function memberOf(name: string): Value | undefined {
  const status = httpStatus[name];
  return status === undefined ? undefined : constant(status);
}

function number(call: NativeCall, parse: (text: string) => number): Value | undefined {
  const value = call.get(0);
  if (value?.kind === "external" && value.name.startsWith(statusPrefix)) return memberOf(value.name.slice(statusPrefix.length));
  if (value?.kind !== "const" || value.value === null) return undefined;
  const parsed = typeof value.value === "string" ? parse(value.value) : Number(value.value);
  return Number.isFinite(parsed) ? constant(parsed, value.soft) : undefined;
}

function quantify(call: NativeCall, ends: boolean): Value | undefined {
  const from = call.get(0);
  if (!from) return undefined;
  const answers = alternativesOf(from)?.map((one) => quantify({ ...call, get: () => one }, ends));
  if (answers) return answers.every((one) => one !== undefined) ? union(answers) : undefined;
  const { items, open } = elementsOf(call.machine, from, call.place);
  let undecided: Value | undefined;
  for (const item of items) {
    const truth = truthOf(call.machine, item.value);
    if (truth === ends && !item.when) return constant(ends);
    if (truth !== !ends) undecided ??= item.value;
  }
  if (undecided) return undecided.kind === "symbolic" ? undecided : undefined;
  return open === undefined ? constant(!ends) : undefined;
}

const builtinTypes: { readonly [kind: string]: (value: Value) => readonly string[] | undefined } = {
  const: (value) => (value.kind !== "const" ? undefined : typeof value.value === "string" ? ["builtins.str"] : typeof value.value === "boolean" ? ["builtins.bool", "builtins.int"] : typeof value.value === "number" ? ["builtins.int", "builtins.float"] : ["types.NoneType"]),
  template: () => ["builtins.str"],
  list: () => ["builtins.list"],
  tuple: () => ["builtins.tuple"],
  set: () => ["builtins.set"],
  dict: () => ["builtins.dict"],
  function: () => ["types.FunctionType"],
  method: () => ["types.MethodType"],
  class: () => ["builtins.type"],
  module: () => ["types.ModuleType"],
};

function kindOf(call: NativeCall, names: (value: Value) => readonly string[] | undefined): Value | undefined {
  const [value, wanted] = call.args.positional;
  if (!value || !wanted) return undefined;
  if (value.kind === "union") {
    const answers = value.options.map((option) => kindOf({ ...call, args: { ...call.args, positional: [option, wanted] } }, names));
    const [first] = answers;
    return first?.kind === "const" && answers.every((answer) => answer?.kind === "const" && answer.value === first.value) ? first : undefined;
  }
  const known = names(value);
  if (!known) return undefined;
  const classes = wanted.kind === "tuple" ? wanted.items.map((item) => item.value) : wanted.kind === "union" ? wanted.options : [wanted];
  let undecided = false;
  for (const cls of classes) {
    const name = cls.kind === "class" || cls.kind === "external" || cls.kind === "native" ? cls.name : undefined;
    if (name === undefined) undecided = true;
    else if (known.includes(name)) return constant(true);
  }
  if (undecided) return undefined;
  const opaque = (value.kind === "instance" ? value.class : value.kind === "class" ? value : undefined)?.mro.some((cls) => cls.opaque && !cls.name.startsWith("builtins."));
  return opaque ? undefined : constant(false);
}

function bound(call: NativeCall, binding: "property" | "static" | "class"): Value | undefined {
  const fn = call.get(0);
  return fn?.kind === "function" ? { ...fn, binding } : fn;
}

