import { namesRead } from "../reuse/heap.ts";
import { absentByDefault } from "../evaluate/defaults.ts";
import { call as callValue } from "../evaluate/calls.ts";
import { noteBirth } from "../evaluate/birth.ts";
import { memberOf, readModule } from "../evaluate/modules.ts";
import { newScope } from "../evaluate/scope.ts";
import { truthOf } from "../evaluate/truth.ts";
import { modelClass } from "../framework.ts";
import type { NativeCall } from "../evaluate/native-call.ts";
import { pathFrom } from "../documents/document.ts";
import { folderOfPackage } from "../modules/module-index.ts";
import { namedTuple } from "./named-tuples.ts";
import { constant, emptyDict, instanceOf, native, none, sequence, symbolic, unknown } from "../values/make.ts";
import { knownText } from "../values/text.ts";
import type { Module } from "../modules/module.ts";
import { visiblePlace } from "../evaluate/visible-place.ts";
import type { FunctionValue, Value } from "../values/value.ts";

type Model = (call: NativeCall) => Value | undefined;

/** The standard library, as far as it shapes routes and guards. */
export const standardLibrary: { readonly [name: string]: Model } = {
  "functools.wraps": (call) => {
    const shown = call.get(0, "wrapped");
    return native("functools.wraps()", (inner) => copyIdentity(inner.get(0), shown));
  },
  "functools.update_wrapper": (call) => copyIdentity(call.get(0), call.get(1)),
  "functools.partial": (call) => {
    const [fn, ...first] = call.args.positional;
    if (!fn) return undefined;
    const given = call.args.keywords;
    if (fn.kind === "function") return partially(fn, first, given);
    const partial = native("functools.partial()", (inner) =>
      callValue(inner.machine, fn, { positional: [...first, ...inner.args.positional], keywords: new Map([...given, ...inner.args.keywords]), open: inner.args.open || call.args.open }, inner.place),
    );
    return partial;
  },
  "functools.lru_cache": transparent,
  "functools.cache": transparent,
  "functools.cached": transparent,
  "functools.total_ordering": transparent,
  "abc.abstractmethod": transparent,
  "typing.overload": transparent,
  "typing.final": transparent,
  "typing.no_type_check": transparent,
  "typing_extensions.override": transparent,
  "typing.override": transparent,
  "typing_extensions.deprecated": () => native("deprecated()", (call) => call.get(0)),
  "warnings.deprecated": () => native("deprecated()", (call) => call.get(0)),
  "dataclasses.dataclass": transparent,
  "dataclasses.field": (call) => {
    const fallback = call.get(99, "default");
    if (fallback) return fallback;
    const factory = call.get(99, "default_factory");
    return factory ? callValue(call.machine, factory, { positional: [], keywords: new Map(), open: false }, call.place) : undefined;
  },
  "attr.s": transparent,
  "attrs.define": transparent,
  "typing.cast": (call) => call.get(1, "val"),
  "asyncio.gather": (call) => sequence("list", call.args.positional),
  "asyncio.run": (call) => call.get(0),
  "asyncio.create_task": (call) => call.get(0),
  "asyncio.wait_for": (call) => call.get(0),
  "asyncio.shield": (call) => call.get(0),
  "anyio.to_thread.run_sync": callFirst,
  "asyncio.to_thread": callFirst,
  "starlette.concurrency.run_in_threadpool": callFirst,
  "fastapi.concurrency.run_in_threadpool": callFirst,
  "inspect.isclass": (call) => (call.get(0)?.kind === "class" ? constant(true) : call.get(0)?.kind === "symbolic" ? undefined : constant(false)),
  "inspect.isfunction": (call) => (call.get(0)?.kind === "function" ? constant(true) : call.get(0)?.kind === "symbolic" ? undefined : constant(false)),
  "inspect.iscoroutinefunction": isAsync,
  "asyncio.iscoroutinefunction": isAsync,
  "inspect.isawaitable": () => constant(false),
  "itertools.chain": (call) => ({ kind: "list", items: call.args.positional.flatMap((value) => (value.kind === "list" || value.kind === "tuple" ? value.items : [])), ...(call.args.positional.some((value) => value.kind !== "list" && value.kind !== "tuple") && { open: "a chain over what is not known" }) }),
  "collections.defaultdict": defaultDict,
  "collections.namedtuple": namedTuple,
  "collections.OrderedDict": (call) => (call.get(0)?.kind === "dict" ? call.get(0) : emptyDict()),
  "os.getenv": (call) => environment(call),
  "os.environ.get": (call) => environment(call),
  "os.environ.__getitem__": (call) => variable(call),
  "importlib.import_module": (call) => importModule(call),
  "builtins.__import__": (call) => importModule(call),
  "inspect.getmembers": members,
  "pkgutil.iter_modules": (call) => listModules(call, false),
  "pkgutil.walk_packages": (call) => listModules(call, true),
  "sys.exit": () => none,
  "sys.path.append": (call) => searchesIn(call, call.get(0)),
  "sys.path.insert": (call) => searchesIn(call, call.get(1)),
};

/** `sys.path.insert(0, folder)`: modules of the folder can be imported by their own names. */
function searchesIn({ machine }: NativeCall, folder: Value | undefined): Value {
  const path = knownText(folder);
  const found = path === undefined ? undefined : pathFrom("", path);
  if (found !== undefined) machine.index.search(found);
  return none;
}

/** `defaultdict(factory, entries)`: what is missing is made when it is asked for. */
function defaultDict(call: NativeCall): Value {
  const [factory, entries] = call.args.positional;
  if (!factory || call.args.open || (entries !== undefined && entries.kind !== "dict")) return emptyDict("a default for what is missing");
  return noteBirth(call.machine, { kind: "dict", factory, entries: new Map(entries?.entries), ...(entries?.open !== undefined && { open: entries.open }) });
}

function transparent(call: NativeCall): Value | undefined {
  const target = call.get(0);
  // With arguments it is a decorator's factory; bare it is the decorator.
  if (target && (target.kind === "function" || target.kind === "class" || target.kind === "method" || target.kind === "native" || target.kind === "instance")) return target;
  return native("decorator()", (inner) => inner.get(0));
}

function callFirst(call: NativeCall): Value | undefined {
  const [fn, ...rest] = call.args.positional;
  return fn && callValue(call.machine, fn, { ...call.args, positional: rest }, call.place);
}

function isAsync(call: NativeCall): Value | undefined {
  const fn = call.get(0);
  return fn?.kind === "function" ? constant((fn.wraps ?? fn).isAsync) : fn?.kind === "method" && fn.func.kind === "function" ? constant(fn.func.isAsync) : undefined;
}

/** A function some of whose parameters are given: the others are what it shows. */
function partially(fn: FunctionValue, positional: readonly Value[], keywords: ReadonlyMap<string, Value>): FunctionValue {
  const scope = newScope("function", fn.scope.module, fn.scope);
  const given = fn.params.filter((param, index) => index < positional.length || keywords.has(param.n));
  for (const [index, param] of fn.params.entries()) {
    const value = positional[index] ?? keywords.get(param.n);
    if (value) scope.vars.set(param.n, value);
  }
  const { wraps: _, ...own } = fn;
  return { ...own, scope, params: fn.params.filter((param) => !given.includes(param)) };
}

/** `functools.wraps(shown)(fn)`: the function keeps its body and shows the other's name and signature. */
function copyIdentity(fn: Value | undefined, shown: Value | undefined): Value | undefined {
  if (fn?.kind !== "function") return fn;
  const original = shown?.kind === "method" ? shown.func : shown;
  if (original?.kind !== "function") return fn;
  const copy: FunctionValue = { ...fn, wraps: original.wraps ?? original, wrappers: [...original.wrappers, ...fn.wrappers], attributes: new Map([...original.attributes, ...fn.attributes]) };
  return copy;
}

/** A default from the code counts, and is marked as one that the environment may replace. */
function environment(call: NativeCall): Value {
  const fallback = call.get(1, "default");
  if (fallback?.kind === "const") return constant(fallback.value, true);
  return fallback ?? variable(call, absentByDefault);
}

/** A variable of the environment, by its name where that is known. One that is read in brackets has to be set. */
function variable(call: NativeCall, from = "os.environ"): Value {
  const name = knownText(call.get(0));
  if (name === undefined) return unknown("the environment decides it", call.place);
  return symbolic({ kind: "item", of: { kind: "symbol", name: from }, key: { kind: "const", value: name } }, { place: call.place, reason: `the environment decides ${name}` });
}

function importModule(call: NativeCall): Value | undefined {
  const name = knownText(call.get(0, "name"));
  const from = call.machine.frame && visiblePlace(call.machine, call.place).module;
  if (name === undefined || !from) return unknown("the name of the imported module is not known", call.place);
  const dots = /^\.*/.exec(name)?.[0].length ?? 0;
  let absolute = name;
  if (dots > 0) {
    const base = knownText(call.get(1, "package")) ?? (folderOfPackage(from.path) !== undefined ? from.name : from.name.split(".").slice(0, -1).join("."));
    absolute = [...base.split(".").slice(0, base.split(".").length - (dots - 1)), name.slice(dots)].filter(Boolean).join(".");
  }
  const found = call.machine.index.resolve(absolute, from.path);
  if (!found) return { kind: "external", name: absolute };
  const cut = absolute.lastIndexOf(".");
  if (cut < 0) return moduleOf(call, found);
  const parent = call.machine.index.resolve(absolute.slice(0, cut), from.path);
  return parent ? (moduleOf(call, found) ?? memberOf(call.machine, parent, absolute.slice(cut + 1), call.place, absolute.slice(0, cut))) : moduleOf(call, found);
}

function moduleOf(call: NativeCall, found: { readonly kind: "file"; readonly path: string } | { readonly kind: "folder"; readonly folder: string }): Value | undefined {
  const module: Module | undefined = found.kind === "file" ? call.machine.module(found.path) : call.machine.namespace(found.folder);
  return module ? { kind: "module", module } : unknown("a module that is not loaded", call.place);
}

const moduleInfo = modelClass({
  name: "pkgutil.ModuleInfo",
  methods: { __iter__: (call) => (call.self.kind === "instance" ? sequence("tuple", ["module_finder", "name", "ispkg"].map((name) => (call.self.kind === "instance" ? call.self.attributes.get(name) : undefined) ?? none)) : undefined) },
});

/** `inspect.getmembers`: names and values of a module, class or object that a predicate lets through. */
function members(call: NativeCall): Value | undefined {
  const [of, predicate] = call.args.positional;
  const found: [string, Value][] = [];
  if (of?.kind === "module") {
    namesRead(of.module.path);
    for (const name of of.module.scope.vars.keys()) {
      const value = readModule(call.machine, of.module, name, call.place);
      if (value) found.push([name, value]);
    }
  } else if (of?.kind === "instance") found.push(...of.attributes);
  else if (of?.kind === "class") for (const cls of [...of.mro].reverse()) found.push(...cls.attributes);
  else return undefined;
  const kept = found.filter(([, value]) => {
    if (!predicate || (predicate.kind === "const" && predicate.value === null)) return true;
    return truthOf(call.machine, callValue(call.machine, predicate, { positional: [value], keywords: new Map(), open: false }, call.place)) === true;
  });
  return sequence("list", kept.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([name, value]) => sequence("tuple", [constant(name), value])));
}

/** `pkgutil` over a package's `__path__`: what it finds is what the repository holds. */
function listModules(call: NativeCall, deep: boolean): Value | undefined {
  const path = call.get(0, "path");
  const prefix = knownText(call.get(1, "prefix")) ?? "";
  const first = path && (path.kind === "list" || path.kind === "tuple") ? path.items[0]?.value : path;
  const folder = first && knownText(first);
  if (folder === undefined) return undefined;
  const info = moduleInfo;
  const out: Value[] = [];
  const visit = (at: string, before: string): void => {
    for (const child of call.machine.index.children(at)) {
      const one = instanceOf(info, call.place);
      one.attributes.set("name", constant(before + child.name));
      one.attributes.set("ispkg", constant(child.isPackage));
      one.attributes.set("module_finder", none);
      out.push({ ...one, attributes: one.attributes });
      if (deep && child.isPackage) visit(`${at}/${child.name}`, `${before}${child.name}.`);
    }
  };
  visit(folder, prefix);
  return sequence("list", out);
}
