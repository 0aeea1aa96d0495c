import type { Parameter } from "@muster/contract";
import { annotationOf, classOf, label, metadataOf, symbolic, type ClassValue, type Dict, type FunctionValue, type NativeCall, type Value } from "@muster/python";
import { callerText } from "@muster/web";

/** `arguments_of(handler, kwargs)`: the keyword arguments of a handler: those of the path, and what its other parameters ask the caller for. */
export function argumentsOf(call: NativeCall): Value {
  return keywordsOf(call, 1);
}

/** `controller_arguments(method, kwargs, request)`: the same of a controller's method, which is given the request where it asks for it. */
export function controllerArguments(call: NativeCall): Value {
  return keywordsOf(call, 1, call.get(2));
}

/** @param first How many parameters are handed over by position. */
function keywordsOf(call: NativeCall, first: number, request?: Value): Value {
  const fn = shownFunction(call.get(0));
  const given = call.get(1);
  const path: Dict["entries"] = given?.kind === "dict" ? given.entries : new Map();
  if (!fn) return given ?? { kind: "dict", entries: new Map() };
  const entries = new Map<string, { key: Value; value: Value }>();
  for (const param of fn.params.slice(first)) {
    if (param.kind === "var") continue;
    if (param.kind === "kwvar") for (const [key, entry] of path) if (!entries.has(key)) entries.set(key, entry);
    if (param.kind === "kwvar") continue;
    const key = `s:${param.n}`;
    if (request && param.n === "request") {
      entries.set(key, { key: { kind: "const", value: param.n }, value: request });
      continue;
    }
    entries.set(key, path.get(key) ?? { key: { kind: "const", value: param.n }, value: inputFor(call, fn, param) });
  }
  return { kind: "dict", entries };
}

function shownFunction(handler: Value | undefined): FunctionValue | undefined {
  const fn = handler?.kind === "method" ? handler.func : handler;
  return fn?.kind === "function" ? (fn.wraps ?? fn) : undefined;
}

/** As Django Ninja reads a parameter: what `Header(…)` and the like say, else the body for a schema, else the query. */
function inputFor(call: NativeCall, fn: FunctionValue, param: FunctionValue["params"][number]): Value {
  const annotation = param.a && annotationOf(call.machine, param.a, fn.scope, fn.place);
  const marks = [fn.defaults.get(param.n), ...(annotation ? metadataOf(annotation) : [])];
  const base = annotation?.kind === "annotated" ? annotation.base : annotation;
  const type = base && classOf(call.machine, base);
  const source = marks.map(sourceOf).find((one) => one !== undefined) ?? (isSchema(type) ? "body" : "query");
  if (source === "header" || source === "cookie") return callerText(call, source, source === "header" ? param.n.replaceAll("_", "-").toLowerCase() : param.n);
  return symbolic({ kind: "input", source, name: param.n }, { labels: label.input, place: call.place, ...(type && { type }) });
}

const sources: ReadonlyMap<string, Parameter["in"]> = new Map([["Path", "path"], ["PathEx", "path"], ["Query", "query"], ["QueryEx", "query"], ["Header", "header"], ["HeaderEx", "header"], ["Cookie", "cookie"], ["CookieEx", "cookie"], ["Body", "body"], ["BodyEx", "body"], ["Form", "form"], ["FormEx", "form"], ["File", "form"], ["FileEx", "form"]]);

/** Of `Query(…)`, `ninja.Query[…]` and the like: they stay names from outside the repository. */
function sourceOf(mark: Value | undefined): Parameter["in"] | undefined {
  if (!mark) return undefined;
  const name = mark.kind === "external" ? mark.name : mark.kind === "symbolic" && mark.term.kind === "call" && mark.term.callee.kind === "symbol" ? mark.term.callee.name : undefined;
  return name?.startsWith("ninja.") === true ? sources.get(name.slice(name.lastIndexOf(".") + 1)) : undefined;
}

function isSchema(type: ClassValue | undefined): boolean {
  return type?.mro.some((cls) => cls.name.startsWith("ninja.") || cls.name === "pydantic.BaseModel" || cls.name === "pydantic.main.BaseModel") === true || (type !== undefined && type.fields.size > 0);
}

