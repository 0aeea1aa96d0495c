import { takesTextsByDefault } from "../evaluate/by-default.ts";
import { noteLooseMatch, shownText } from "../guards/loose-match.ts";
import { noteRouteName } from "../guards/unbound-name.ts";
import { appendBounded, constant, labelsOf, none, sequence, symbolic, union } from "../values/make.ts";
import { concat, derivedText, knownText, longestText } from "../values/text.ts";
import { termOf } from "../values/term.ts";
import { label, type Const, type Dict, type NativeFunction, type Place, type Sequence, type Template, type Value } from "../values/value.ts";
import { noteBirth } from "../evaluate/birth.ts";
import { elementsOf, withItemCondition } from "../evaluate/iteration.ts";
import type { NativeCall } from "../evaluate/native-call.ts";
import { arithmetic, compare, keyOf } from "../evaluate/operators.ts";
import type { Machine } from "../evaluate/machine.ts";
import { isInForce } from "../evaluate/path.ts";
import { isTrusted, truthOf } from "../evaluate/truth.ts";

/** A method of a string, list, tuple, set or dict, bound to it. */
export function methodOfBuiltin(object: Const | Template | Sequence | Dict, name: string): Value | undefined {
  let method: ((call: NativeCall) => Value | undefined) | undefined;
  switch (object.kind) {
    case "const":
      if (typeof object.value === "string") method = stringMethod(object, name);
      break;
    case "template":
      method = stringMethod(object, name);
      break;
    case "list":
    case "tuple":
    case "set":
      method = sequenceMethods[name]?.(object);
      break;
    case "dict":
      method = dictMethods[name]?.(object);
      break;
    default:
      object satisfies never;
  }
  return method && ({ kind: "native", name: `builtins.${object.kind}.${name}`, call: method } satisfies NativeFunction);
}

type Method = (call: NativeCall) => Value | undefined;

const plainMethods: { readonly [name: string]: (text: string, first: string | undefined, second: string | undefined) => string | boolean | undefined } = {
  lower: (text) => text.toLowerCase(),
  upper: (text) => text.toUpperCase(),
  casefold: (text) => text.toLowerCase(),
  title: (text) => text.replace(/[A-Za-z]+/g, (word) => (word[0] ?? "").toUpperCase() + word.slice(1).toLowerCase()),
  capitalize: (text) => text.slice(0, 1).toUpperCase() + text.slice(1).toLowerCase(),
  strip: (text, first) => strip(text, first, true, true),
  lstrip: (text, first) => strip(text, first, true, false),
  rstrip: (text, first) => strip(text, first, false, true),
  removeprefix: (text, first) => (first !== undefined && text.startsWith(first) ? text.slice(first.length) : text),
  removesuffix: (text, first) => (first !== undefined && first !== "" && text.endsWith(first) ? text.slice(0, -first.length) : text),
  replace: (text, first, second) => (first === undefined || second === undefined ? undefined : text.replaceAll(first, second)),
  startswith: (text, first) => (first === undefined ? undefined : text.startsWith(first)),
  endswith: (text, first) => (first === undefined ? undefined : text.endsWith(first)),
  isdigit: (text) => /^[0-9]+$/.test(text),
  encode: (text) => text,
  decode: (text) => text,
  __str__: (text) => text,
};

function strip(text: string, characters: string | undefined, left: boolean, right: boolean): string {
  const drop = characters === undefined ? (character: string) => /\s/.test(character) : (character: string) => characters.includes(character);
  let from = 0;
  let to = text.length;
  while (left && from < to && drop(text[from] ?? "")) from++;
  while (right && to > from && drop(text[to - 1] ?? "")) to--;
  return text.slice(from, to);
}

function stringMethod(object: Const | Template, name: string): Method | undefined {
  const plain = plainMethods[name];
  if (plain) return (call) => textMethod(object, name, plain, call);
  switch (name) {
    case "format":
      return (call) => format(object, call);
    case "format_map":
      return (call) => {
        const values = call.get(0);
        return values?.kind === "dict" ? format(object, { ...call, args: { positional: [], keywords: new Map([...values.entries.values()].map((entry) => [knownText(entry.key) ?? "", entry.value])), open: false } }) : undefined;
      };
    case "join":
      return (call) => {
        const list = call.get(0);
        if (!list) return undefined;
        const { items, open } = elementsOf(call.machine, list, call.place);
        if (open !== undefined) return derivedText("join", list, labelsOf(list), call.place);
        return concat(items.flatMap((item, index) => (index === 0 ? [item.value] : [object, item.value])));
      };
    case "split":
    case "rsplit":
      return (call) => {
        const text = knownText(object);
        const separator = call.get(0, "sep");
        const limit = call.get(1, "maxsplit");
        const most = limit?.kind === "const" && typeof limit.value === "number" && limit.value >= 0 ? limit.value : undefined;
        const by = separator && knownText(separator);
        if (text === undefined || (limit && (most === undefined || by === undefined)) || (separator && by === undefined)) return undefined;
        const whole = by === undefined ? text.trim().split(/\s+/).filter(Boolean) : text.split(by);
        const parts = most === undefined || by === undefined ? whole : limited(whole, by, most, name === "rsplit");
        return sequence("list", parts.map((part) => constant(part, object.soft)));
      };
    case "partition":
    case "rpartition":
      return (call) => {
        const text = knownText(object);
        const by = knownText(call.get(0));
        if (text === undefined || by === undefined) return undefined;
        const at = name === "partition" ? text.indexOf(by) : text.lastIndexOf(by);
        const parts = at < 0 ? (name === "partition" ? [text, "", ""] : ["", "", text]) : [text.slice(0, at), by, text.slice(at + by.length)];
        return sequence("tuple", parts.map((part) => constant(part)));
      };
    default:
      return undefined;
  }
}

/** Of the pieces of a text only so many are split off, from its start or its end. */
function limited(pieces: readonly string[], by: string, most: number, fromEnd: boolean): string[] {
  if (pieces.length <= most + 1) return [...pieces];
  const at = pieces.length - most;
  return fromEnd ? [pieces.slice(0, at).join(by), ...pieces.slice(at)] : [...pieces.slice(0, most), pieces.slice(most).join(by)];
}

function textMethod(object: Const | Template, name: string, plain: (text: string, first: string | undefined, second: string | undefined) => string | boolean | undefined, call: NativeCall): Value | undefined {
  const first = call.get(0);
  const second = call.get(1);
  if ((name === "startswith" || name === "endswith") && first?.kind === "tuple") {
    const answers = first.items.map((item) => textMethod(object, name, plain, { ...call, get: (index) => (index === 0 ? item.value : undefined) }));
    if (answers.some((answer) => answer?.kind === "const" && answer.value === true)) return constant(true);
    return answers.every((answer) => answer?.kind === "const" && answer.value === false) ? constant(false) : undefined;
  }
  const text = knownText(object);
  const a = first && knownText(first);
  const b = second && knownText(second);
  if (text !== undefined && (!first || a !== undefined) && (!second || b !== undefined)) {
    // A replacement may be as long as the text itself.
    if (b !== undefined && text.length * b.length > longestText) return derivedText(name, object, labelsOf(object), call.place);
    const result = plain(text, a, b);
    if (result === true && a !== undefined) noteEnd(object, name, a, call);
    return result === undefined ? undefined : constant(result, object.soft && !(typeof result === "boolean" && takesTextsByDefault(call.machine)));
  }
  if (object.kind === "template") {
    const answer = templateMethod(object, name, a);
    if (answer?.kind === "const" && answer.value === true && a !== undefined) noteEnd(object, name, a, call);
    return answer;
  }
  return derivedText(name, object, labelsOf(object), call.place);
}

/** Which stretch of a text its beginning or end is. */
function noteEnd(object: Const | Template, name: string, argument: string, call: NativeCall): void {
  const { length } = shownText(object);
  if (name === "startswith") noteLooseMatch(call.machine, object, argument, { start: 0, end: argument.length }, call.place);
  if (name === "endswith") noteLooseMatch(call.machine, object, argument, { start: length - argument.length, end: length }, call.place);
}

/** Strings with holes: what can be said from their known ends. */
function templateMethod(object: Template, name: string, argument: string | undefined): Value | undefined {
  const head = object.parts[0];
  const tail = object.parts.at(-1);
  const start = head?.kind === "const" && typeof head.value === "string" ? head.value : "";
  const end = tail?.kind === "const" && typeof tail.value === "string" ? tail.value : "";
  switch (name) {
    case "startswith":
      if (argument === undefined) return undefined;
      if (start.startsWith(argument)) return constant(true);
      return mayStartWith(object.parts, argument) ? undefined : constant(false);
    case "endswith":
      if (argument === undefined) return undefined;
      if (end.endsWith(argument)) return constant(true);
      return argument.endsWith(end) ? undefined : constant(false);
    case "rstrip":
      return end === "" ? object : { ...object, parts: [...object.parts.slice(0, -1), constant(strip(end, argument, false, true))] };
    case "lstrip":
      return start === "" ? object : { ...object, parts: [constant(strip(start, argument, true, false)), ...object.parts.slice(1)] };
    case "strip":
      return templateMethod(object, "lstrip", argument);
    case "removeprefix":
      return argument !== undefined && start.startsWith(argument) ? { ...object, parts: [constant(start.slice(argument.length)), ...object.parts.slice(1)] } : object;
    case "lower":
    case "encode":
    case "__str__":
      return object;
    default:
      return undefined;
  }
}

/** Whether some text of the template begins with the argument. A path parameter holds no slash. */
function mayStartWith(parts: readonly Value[], argument: string): boolean {
  if (argument === "") return true;
  const [first, ...rest] = parts;
  if (!first) return false;
  if (first.kind === "const" && typeof first.value === "string") {
    const length = Math.min(first.value.length, argument.length);
    return first.value.slice(0, length) === argument.slice(0, length) && mayStartWith(rest, argument.slice(length));
  }
  if (first.kind !== "symbolic" || first.term.kind !== "input" || first.term.source !== "path") return true;
  const slash = argument.indexOf("/");
  return slash < 0 ? true : slash > 0 && mayStartWith(rest, argument.slice(slash));
}

function format(object: Const | Template, call: NativeCall): Value | undefined {
  const text = knownText(object);
  if (text === undefined) return derivedText("format", object, labelsOf(object), call.place);
  let next = 0;
  const pieces: Value[] = [];
  for (const piece of text.split(/(\{\{|\}\}|\{[^{}]*\})/)) {
    if (piece === "{{" || piece === "}}") pieces.push(constant(piece[0] ?? ""));
    else if (piece.startsWith("{")) {
      const name = piece.slice(1, -1).split(/[:!.[]/, 1)[0] ?? "";
      const value = name === "" ? call.args.positional[next++] : /^\d+$/.test(name) ? call.args.positional[Number(name)] : call.args.keywords.get(name);
      pieces.push(value ?? symbolic({ kind: "unknown", reason: "a gap of a format" }, { place: call.place, reason: "a gap of a format" }));
    } else pieces.push(constant(piece));
  }
  return concat(pieces);
}

const sequenceMethods: { readonly [name: string]: (object: Sequence) => Method } = {
  append: (object) => (call) => add(object, call),
  add: (object) => (call) => add(object, call),
  extend: (object) => (call) => extend(object, call),
  update: (object) => (call) => extend(object, call),
  insert: (object) => (call) => {
    const at = call.get(0);
    const value = call.get(1);
    if (!value) return none;
    const index = at?.kind === "const" && typeof at.value === "number" ? at.value : object.items.length;
    object.items.splice(index, 0, withItemCondition(call.machine, { value }, object.since));
    return none;
  },
  copy: (object) => () => ({ ...object, items: [...object.items] }),
  index: (object) => (call) => {
    const wanted = call.get(0);
    const key = wanted && keyOf(wanted);
    const at = key === undefined || object.open !== undefined ? -1 : object.items.findIndex((item) => keyOf(item.value) === key);
    return at === -1 || object.items.slice(0, at).some((item) => keyOf(item.value) === undefined) ? undefined : constant(at);
  },
  count: () => () => undefined,
  remove: (object) => (call) => {
    const index = object.items.findIndex((item) => item.value === call.get(0));
    if (index >= 0) object.items.splice(index, 1);
    else object.open ??= "an item that is not known was removed";
    return none;
  },
  pop: (object) => (call) => {
    const at = call.get(0);
    if (!at) return object.items.pop()?.value;
    if (at.kind === "const" && typeof at.value === "number") return object.items.splice(at.value, 1)[0]?.value;
    return undefined;
  },
  clear: (object) => () => {
    object.items.length = 0;
    return none;
  },
  sort: () => () => none,
  reverse: (object) => () => {
    object.items.reverse();
    return none;
  },
  issubset: (object) => (call) => compareSets(call, "<=", object),
  issuperset: (object) => (call) => compareSets(call, ">=", object),
  difference: (object) => (call) => combineSets(call, "-", object),
  intersection: (object) => (call) => combineSets(call, "&", object),
  union: (object) => (call) => {
    const copy: Sequence = { ...object, items: [...object.items] };
    extend(copy, call);
    return copy;
  },
};

function asSet(call: NativeCall): Sequence | undefined {
  const other = call.get(0);
  if (!other) return undefined;
  const { items, open } = elementsOf(call.machine, other, call.place);
  return { kind: "set", items: [...items], ...(open !== undefined && { open }) };
}

function compareSets(call: NativeCall, operator: string, object: Sequence): Value | undefined {
  const other = asSet(call);
  return other && compare(call.machine, operator, { ...object, kind: "set" }, other, call.place);
}

function combineSets(call: NativeCall, operator: string, object: Sequence): Value | undefined {
  const other = asSet(call);
  return other && arithmetic(call.machine, operator, { ...object, kind: "set" }, other, call.place);
}

function add(object: Sequence, call: NativeCall): Value {
  const value = call.get(0);
  if (value) object.items.push(withItemCondition(call.machine, { value }, object.since));
  if (call.args.open) object.open ??= "something that is not known was added";
  return none;
}

function extend(object: Sequence, call: NativeCall): Value {
  const more = call.get(0);
  if (!more) return none;
  const { items, open } = elementsOf(call.machine, more, call.place);
  appendBounded(object, items.map((item) => (item.when ? item : withItemCondition(call.machine, { value: item.value }, object.since))));
  if (open !== undefined) object.open ??= open;
  return none;
}

/** What is found in a table by something that the caller sent. */
export function lookedUp(object: Value, key: Value, place: Place): Value {
  const labels = labelsOf(object) | labelsOf(key);
  return symbolic({ kind: "item", of: termOf(object), key: termOf(key) }, { labels, place, reason: "found by what the caller sent", lean: labels & label.credential ? { truth: false, strong: false } : undefined });
}

/** What was asked for with a value for the case that it is not there: by a credential that is not valid that value is found, unless it is as good as nothing. */
function orFallback(machine: Machine, found: Value, fallback: Value): Value {
  const labels = labelsOf(found);
  if (truthOf(machine, fallback) === false || !(labels & label.credential) || machine.mode !== "anonymous") return found;
  return isTrusted(machine, labels) ? fallback : union([fallback, found]);
}

const dictMethods: { readonly [name: string]: (object: Dict) => Method } = {
  get: (object) => (call) => {
    const key = call.get(0);
    const fallback = call.get(1, "default") ?? none;
    const text = key && keyOf(key);
    // What a caller sent finds an entry only where it is known to be there.
    if (key && text === undefined && labelsOf(key) !== 0) return orFallback(call.machine, lookedUp(object, key, call.place), fallback);
    noteRouteName(call.machine, object, key && knownText(key), call.place);
    const entry = text === undefined ? undefined : object.entries.get(text);
    // Where it was put there, it is there.
    if (entry) return isInForce(entry.when, call.machine.path) ? entry.value : union([entry.value, fallback]);
    if (text !== undefined && object.open === undefined) return fallback;
    if (text === undefined && object.open === undefined) return union([...[...object.entries.values()].map((one) => one.value), fallback], call.place);
    return symbolic({ kind: "item", of: termOf(object), key: key ? termOf(key) : { kind: "unknown", reason: "a key" } }, { labels: labelsOf(object) | (key ? labelsOf(key) : 0), place: call.place, reason: object.open });
  },
  items: (object) => () => ({ kind: "list", items: [...object.entries.values()].map((entry) => ({ value: sequence("tuple", [entry.key, entry.value]), ...(entry.when && { when: entry.when }) })), ...(object.open !== undefined && { open: object.open }) }),
  keys: (object) => () => ({ kind: "list", items: [...object.entries.values()].map((entry) => ({ value: entry.key, ...(entry.when && { when: entry.when }) })), ...(object.open !== undefined && { open: object.open }) }),
  values: (object) => () => ({ kind: "list", items: [...object.entries.values()].map((entry) => ({ value: entry.value, ...(entry.when && { when: entry.when }) })), ...(object.open !== undefined && { open: object.open }) }),
  copy: (object) => (call) => noteBirth(call.machine, { ...object, entries: new Map(object.entries) }),
  update: (object) => (call) => {
    const more = call.get(0);
    if (more?.kind === "dict") {
      for (const [key, entry] of more.entries) object.entries.set(key, withItemCondition(call.machine, { ...entry }));
      if (more.open !== undefined) object.open ??= more.open;
    } else if (more) object.open ??= "entries that are not known were added";
    for (const [name, value] of call.args.keywords) object.entries.set(`s:${name}`, withItemCondition(call.machine, { key: constant(name), value }));
    return none;
  },
  setdefault: (object) => (call) => {
    const key = call.get(0);
    const text = key && keyOf(key);
    if (!key || text === undefined) return undefined;
    const known = object.entries.get(text);
    if (known) return known.value;
    const value = call.get(1) ?? none;
    object.entries.set(text, withItemCondition(call.machine, { key, value }));
    return value;
  },
  pop: (object) => (call) => {
    const key = call.get(0);
    const text = key && keyOf(key);
    const entry = text === undefined ? undefined : object.entries.get(text);
    if (entry && text !== undefined) {
      object.entries.delete(text);
      return entry.value;
    }
    return call.get(1);
  },
};
