import { elementsOf, findInMro, isLibrary, knownText, symbolOf, type ClassValue, type ConditionList, type FunctionValue, type Instance, type Machine, type Place, type Value, type Wrapper } from "@muster/python";
import { nameOf } from "@muster/web";
import { documentedBy, type Documented } from "./documented.ts";

/** One method that a view answers. */
export interface ViewMethod {
  /** `*` for a view that leaves the method to itself. */
  readonly method: string;
  /** What answers, as the repository defines it. */
  readonly symbol: string;
  readonly place: Place;
  readonly doc?: string | undefined;
  /** What a library that generates documents says of it. */
  readonly documented?: Documented;
  /** Under what the table of handlers got it. */
  readonly when?: ConditionList;
}

/** What a URL pattern calls. */
export interface View {
  readonly methods: readonly ViewMethod[];
  /** Decorators of the repository or around it that evaluation could not apply. */
  readonly wrappers: readonly Wrapper[];
  /** Left out of generated documents: the callback has the mark `hidden`. */
  readonly hidden?: boolean;
}

const names = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

/**
 * The methods of a callback, by what `as_view()` and decorators left on it:
 * - `actions`, a table from methods to names of handlers (view sets);
 * - `view_class`, whose attributes are its handlers, and `view_initkwargs`;
 * - `methods`, the list that `require_http_methods` and its like let through;
 * - `hidden`, true where generated documents leave it out;
 * - `handlers`, a table from methods to functions, for views that choose by themselves; `documented`, one to what documents say.
 *
 * @param declared The place of the URL pattern: shown where a library answers.
 */
export function viewOf(machine: Machine, callback: Value, declared: Place): View {
  const marks = marksOf(callback);
  const around = callback.kind === "function" ? callback.wrappers : [];
  const cls = marks.get("view_class");
  const handlers = marks.get("handlers");
  const hidden = marks.get("hidden");
  if (cls?.kind === "class") return { hidden: hidden?.kind === "const" && hidden.value === true, methods: ofClass(machine, cls, marks, declared), wrappers: [...around, ...cls.mro.flatMap((one) => one.wrappers ?? []), ...(functionIn(cls, "dispatch")?.wrappers ?? [])] };
  if (handlers?.kind === "dict") {
    const methods = [...handlers.entries.values()].flatMap((entry): ViewMethod[] => {
      const method = knownText(entry.key)?.toUpperCase();
      return method === undefined ? [] : [{ method, ...(entry.when && { when: entry.when }), documented: documentedBy(machine, marks.get("documented"), method), ...shown(innermost(entry.value), declared, nameOf(entry.value)) }];
    });
    return { methods, wrappers: around };
  }
  const one = shown(innermost(callback), declared, nameOf(callback));
  return { methods: restrictedTo(machine, marks.get("methods"), declared).map((method) => ({ method, ...one })), wrappers: around };
}

function marksOf(callback: Value): ReadonlyMap<string, Value> {
  if (callback.kind === "function") return callback.attributes;
  if (callback.kind === "method" && callback.func.kind === "function") return callback.func.attributes;
  return callback.kind === "instance" ? callback.attributes : new Map();
}

function ofClass(machine: Machine, cls: ClassValue, marks: ReadonlyMap<string, Value>, declared: Place): ViewMethod[] {
  const allowed = allowedMethods(machine, cls, marks.get("view_initkwargs"), declared);
  const actions = marks.get("actions");
  if (actions?.kind === "dict") {
    return [...actions.entries.values()].flatMap((entry): ViewMethod[] => {
      const method = knownText(entry.key)?.toUpperCase();
      const name = knownText(entry.value);
      return method === undefined || name === undefined || allowed?.has(method.toLowerCase()) === false ? [] : [{ method, ...shownOf(cls, name, declared), ...notesOn(cls, name) }];
    });
  }
  const own = names.filter((method) => allowed?.has(method.toLowerCase()) !== false && isHandler(cls, method.toLowerCase()));
  if (own.length > 0) return own.map((method) => ({ method, ...shownOf(cls, method.toLowerCase(), declared), ...notesOn(cls, method.toLowerCase()) }));
  // A class that overrides `dispatch` may answer by itself, and one with a base that is not known may inherit handlers.
  const dispatch = findInMro(cls, "dispatch");
  const isOwn = dispatch !== undefined && !isBase(dispatch.owner);
  return isOwn || cls.mro.some((one) => one.opaque && one.name !== "builtins.object") ? [{ method: "*", ...shownOf(cls, "dispatch", declared) }] : [];
}

/** `View` itself answers OPTIONS for every class; that is no handler of the class. */
function isHandler(cls: ClassValue, name: string): boolean {
  const found = findInMro(cls, name);
  return found !== undefined && !(found.value.kind === "const" && found.value.value === null) && !(name === "options" && isBase(found.owner));
}

function isBase(cls: ClassValue): boolean {
  return cls.attributes.has("http_method_not_allowed") && cls.place !== undefined && isLibrary(cls.place.module.path);
}

function allowedMethods(machine: Machine, cls: ClassValue, initkwargs: Value | undefined, place: Place): ReadonlySet<string> | undefined {
  const given = initkwargs?.kind === "dict" ? initkwargs.entries.get("s:http_method_names")?.value : undefined;
  const value = given ?? findInMro(cls, "http_method_names")?.value;
  if (!value) return undefined;
  const { items, open } = elementsOf(machine, value, place);
  const known = items.map((item) => knownText(item.value));
  return open !== undefined || known.includes(undefined) ? undefined : new Set(known.map((name) => name ?? ""));
}

function restrictedTo(machine: Machine, methods: Value | undefined, place: Place): string[] {
  if (!methods) return ["*"];
  const { items, open } = elementsOf(machine, methods, place);
  const known = items.map((item) => knownText(item.value));
  return open !== undefined || known.length === 0 || known.includes(undefined) ? ["*"] : [...new Set(known.map((name) => name ?? ""))];
}

/**
 * What decorators noted about one method for generated documents: marks `hidden` and `deprecated` on the method itself, or on what the class
 * keeps for it in its table `muster_documented`.
 */
function notesOn(cls: ClassValue, name: string): Pick<ViewMethod, "documented"> {
  const fn = functionIn(cls, name);
  const tables = cls.mro.map((one) => one.attributes.get("muster_documented"));
  const kept = tables.flatMap((table) => (table?.kind === "dict" ? (table.entries.get(`s:${name}`)?.value ?? []) : []));
  const noted = [fn?.attributes, fn?.wraps?.attributes, ...kept.map((value) => (value.kind === "function" ? value.attributes : undefined))];
  const has = (mark: string): boolean => noted.some((attributes) => isTrue(attributes?.get(mark)));
  const [hidden, deprecated] = [has("hidden"), has("deprecated")];
  return hidden || deprecated ? { documented: { ...(hidden && { hidden }), ...(deprecated && { deprecated }) } } : {};
}

function isTrue(value: Value | undefined): boolean {
  return value?.kind === "const" && value.value === true;
}

function functionIn(cls: ClassValue, name: string): FunctionValue | undefined {
  const found = findInMro(cls, name)?.value;
  return found?.kind === "function" ? found : undefined;
}

function shownOf(cls: ClassValue, name: string, declared: Place): Omit<ViewMethod, "method"> {
  const fn = innermost(functionIn(cls, name));
  if (fn && !isLibrary(fn.place.module.path)) return shown(fn, declared, cls.name);
  // A library answers for the class: the class is what the repository defines.
  const own = cls.mro.find((one) => one.place && !isLibrary(one.place.module.path));
  return { symbol: `${(own ?? cls).name}.${name}`, place: own?.place ?? declared, doc: own?.doc };
}

/** The function under the decorators; `shown` is what a library calls for the repository. */
function innermost(value: Value | undefined): FunctionValue | undefined {
  if (value?.kind === "method") return value.func.kind === "function" ? innermost(value.func) : undefined;
  if (value?.kind === "instance") return innermost(callOf(value));
  if (value?.kind !== "function") return undefined;
  const inner = value.wraps ?? value;
  const behind = inner.attributes.get("shown") ?? value.attributes.get("shown");
  return behind?.kind === "function" ? (behind.wraps ?? behind) : inner;
}

function callOf(object: Instance): FunctionValue | undefined {
  const wrapped = object.attributes.get("__wrapped__");
  return wrapped?.kind === "function" ? wrapped : functionIn(object.class, "__call__");
}

function shown(fn: FunctionValue | undefined, declared: Place, name: string): Omit<ViewMethod, "method"> {
  return fn && !isLibrary(fn.place.module.path) ? { symbol: symbolOf(fn.place, fn.name), place: fn.place, doc: fn.doc } : { symbol: name, place: declared };
}
