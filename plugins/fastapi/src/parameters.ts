import type { Parameter } from "@muster/contract";
import { annotationOf, classOf, constant, isSubclass, knownText, label, metadataOf, saysCredential, shownSignature, symbolic, type ClassValue, type FunctionValue, type Machine, type NativeCall, type Place, type SignatureParameter, type Value } from "@muster/python";
import { isDependency, parameterSources } from "./models/dependencies.ts";
import { callerText } from "@muster/web";
import { isConnection, requestValue } from "./models/requests.ts";

/** What FastAPI would give a parameter. */
export type Declared =
  | { readonly kind: "dependency"; readonly dependency: Value & { kind: "instance" }; readonly callable: Value }
  | { readonly kind: "connection"; readonly cls: ClassValue }
  | { readonly kind: "scopes" }
  | { readonly kind: "input"; readonly source: Parameter["in"]; readonly name: string; readonly type: ClassValue | undefined; readonly required: boolean; readonly fallback?: Value; /** Could hold a credential: a text, not a number or a choice. */ readonly isText: boolean }
  | { readonly kind: "framework" }
  | { readonly kind: "unknown"; readonly value: Value };

const frameworkTypes = ["fastapi.BackgroundTasks", "starlette.background.BackgroundTasks", "starlette.responses.Response", "fastapi.background.BackgroundTasks"];
const simpleTypes = /^(builtins|typing|typing_extensions|uuid|datetime|decimal|enum|pydantic\.(EmailStr|UUID|HttpUrl|AnyUrl|conint|constr|PositiveInt|types))/;

/** One parameter of the signature that FastAPI reads. */
export interface ShownParameter {
  readonly name: string;
  readonly kind: SignatureParameter["kind"];
  readonly annotation: Value | undefined;
  readonly default: Value | undefined;
  readonly place: Place;
}

/** The signature that a function shows: `__signature__` where it was set, else its own parameters. */
export function shownParameters(machine: Machine, fn: FunctionValue): ShownParameter[] {
  const annotated = (of: FunctionValue, name: string): Value | undefined => {
    const annotation = of.params.find((one) => one.n === name)?.a;
    return annotation && annotationOf(machine, annotation, of.scope, of.place);
  };
  const signature = shownSignature(fn);
  if (signature) return signature.map((one) => ({ name: one.name, kind: one.kind, annotation: one.annotation ?? (one.of ? annotated(one.of.fn, one.of.name) : undefined), default: one.default, place: fn.place }));
  return fn.params.map((param) => ({ name: param.n, kind: param.kind, annotation: annotated(fn, param.n), default: fn.defaults.get(param.n), place: { module: fn.place.module, s: param.s, e: param.e } }));
}

/** Reads one parameter of a dependency or handler as FastAPI does: `Annotated` metadata, then the default, then the annotation. */
export function declaredBy(machine: Machine, param: ShownParameter, pathNames: ReadonlySet<string>): Declared {
  const { name, annotation, default: fallback } = param;
  const marks = [...(annotation ? metadataOf(annotation) : [])].reverse();
  if (fallback) marks.unshift(fallback);
  const base = annotation?.kind === "annotated" ? annotation.base : annotation;
  for (const mark of marks) {
    if (isDependency(mark)) {
      const given = mark.attributes.get("dependency");
      const callable = given && !(given.kind === "const" && given.value === null) ? given : (base ?? given);
      return callable ? { kind: "dependency", dependency: mark, callable } : { kind: "unknown", value: mark };
    }
  }
  const cls = base && classOf(machine, base);
  if (cls && isConnection(cls)) return { kind: "connection", cls };
  if (cls && isSubclass(cls, ["fastapi.security.SecurityScopes"])) return { kind: "scopes" };
  if (cls && isSubclass(cls, frameworkTypes)) return { kind: "framework" };
  // A default or metadata that evaluation does not know could be a dependency.
  const unclear = marks.find((mark) => mark.kind === "symbolic" && mark.pending);
  if (unclear) return { kind: "unknown", value: unclear };
  for (const mark of marks) {
    const source = mark.kind === "instance" ? mark.class.mro.map((one) => parameterSources.get(one.name)).find((one) => one !== undefined) : undefined;
    if (!source || mark.kind !== "instance") continue;
    const alias = knownText(mark.attributes.get("alias"));
    const header = source === "header" ? name.replaceAll("_", "-") : name;
    const own = mark === fallback ? mark.attributes.get("default") : fallback;
    const required = !own || (own.kind === "external" && own.name === "builtins.Ellipsis");
    return { kind: "input", source: pathNames.has(name) ? "path" : source, name: alias ?? header, type: cls, isText: isText(base), required, ...(own && !required && { fallback: own }) };
  }
  const source: Parameter["in"] = pathNames.has(name) ? "path" : isBody(cls, base) ? "body" : "query";
  return { kind: "input", source, name, type: cls, isText: isText(base), required: !fallback, ...(fallback && { fallback }) };
}

function isText(base: Value | undefined): boolean {
  if (base?.kind === "external" || base?.kind === "native") return !/^builtins\.(bool|int|float)$|^(datetime|decimal|enum)\./.test(base.name);
  return !(base?.kind === "class" && base.mro.some((cls) => cls.name === "enum.Enum"));
}

function isBody(cls: ClassValue | undefined, base: Value | undefined): boolean {
  // Collections are read from the body, whatever they hold, unless declared otherwise.
  if (base?.kind === "external" || base?.kind === "native") return /^(builtins\.(dict|list|set|tuple|frozenset)|typing\.(Dict|List|Set|Tuple|Sequence|Mapping|Iterable))$/.test(base.name);
  if (!cls || simpleTypes.test(cls.name)) return false;
  return cls.mro.some((one) => one.name === "pydantic.BaseModel" || one.name === "sqlmodel.SQLModel") || cls.fields.size > 0;
}

/** The value of an input: a text that the caller chose. Headers and cookies count as credentials; queries only where `queriesCount`. */
export function inputValue(call: NativeCall, declared: Declared & { kind: "input" }, place: Place, queriesCount: boolean): Value {
  const { source, name, type } = declared;
  if (source === "header" || source === "cookie") {
    const value = callerText(call, source, source === "header" ? name.toLowerCase() : name);
    return value;
  }
  const credential = source === "query" && queriesCount && declared.isText && saysCredential(name);
  const labels = label.input | (source === "path" ? label.parameter : 0) | (credential ? (call.machine.mode === "anonymous" ? label.credential | label.guess : label.principal) : 0);
  return symbolic({ kind: "input", source, name }, { labels, place, type });
}

export function scopesValue(cls: ClassValue, scopes: readonly string[], place: Place): Value {
  const list: Value = { kind: "list", items: scopes.map((scope) => ({ value: constant(scope) })) };
  return { kind: "instance", class: cls, attributes: new Map<string, Value>([["scopes", list], ["scope_str", constant(scopes.join(" "))]]), place, records: new Map() };
}

export function connectionValue(cls: ClassValue, place: Place): Value {
  return requestValue(cls, place);
}

