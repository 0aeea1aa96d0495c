import { findInMro, isSubclass, label, none, native, sequence, symbolic, unknown, visiblePlace, constant, type FrameworkModels, type FunctionValue, type NativeCall, type Value } from "@muster/python";
import { extensionModels } from "@muster/web";

/** What of servers of GraphQL cannot be told in Python. */
export function graphqlModels(): FrameworkModels {
  const base = extensionModels();
  const natives = { chosen, declared_here: declaredHere, fields_of: fieldsOf, offered, resolver_arguments: resolverArguments, resolver_inputs: resolverInputs };
  return { ...base, values: [...base.values, ...Object.entries(natives).map(([name, run]) => [`muster_graphql.natives.${name}`, native(`muster_graphql.natives.${name}`, run)] as const)] };
}

/** `chosen()`: the operation that is judged alone; None for a request for anything. */
function chosen(call: NativeCall): Value {
  return call.machine.request?.operation ?? none;
}

/** `offered(operations)`: what answers the request at hand can be asked for these. */
function offered(call: NativeCall): Value {
  const { request } = call.machine;
  if (request) request.offered ??= call.get(0);
  return none;
}

/** `declared_here()`: a value whose place is where the repository is at. */
function declaredHere(call: NativeCall): Value {
  return symbolic({ kind: "unknown", reason: "a place" }, { place: visiblePlace(call.machine, call.place) });
}

/** `fields_of(cls, kind)`: pairs of name and value of the attributes that are objects of a class, inherited ones included. */
function fieldsOf(call: NativeCall): Value {
  const [cls, kind] = [call.get(0), call.get(1)];
  if (cls?.kind !== "class" || kind?.kind !== "class") return sequence("list", []);
  const names = [...new Set(cls.mro.toReversed().flatMap((one) => [...one.attributes.keys()]))];
  return sequence(
    "list",
    names.flatMap((name) => {
      const value = findInMro(cls, name)?.value;
      return value?.kind === "instance" && isSubclass(value.class, [kind.name]) ? [sequence("tuple", [constant(name), value])] : [];
    }),
  );
}

/** `resolver_arguments(resolver, info)`: what a resolver is called with, by the names of its parameters: the caller chooses all but the context. */
function resolverArguments(call: NativeCall): Value {
  const resolver = call.get(0);
  const fn = functionOf(resolver);
  const entries = new Map<string, { key: Value; value: Value }>();
  for (const param of fn?.params ?? []) {
    if (param.kind === "var" || param.kind === "kwvar") continue;
    entries.set(`s:${param.n}`, { key: constant(param.n), value: argumentFor(call, param.n) });
  }
  return { kind: "dict", entries };
}

/** `resolver_inputs(resolver)`: the keyword arguments of a resolver that is given its object and the context by position. */
function resolverInputs(call: NativeCall): Value {
  const resolver = call.get(0);
  const fn = functionOf(resolver);
  const given = fn?.binding === "class" ? 3 : 2;
  const named = (fn?.params ?? []).slice(given).filter((param) => param.kind !== "var" && param.kind !== "kwvar");
  return { kind: "dict", entries: new Map(named.map((param) => [`s:${param.n}`, { key: constant(param.n), value: argumentFor(call, param.n) }])) };
}

function argumentFor(call: NativeCall, name: string): Value {
  if (name === "info") return call.get(1) ?? none;
  if (name === "self" || name === "root" || name === "parent") return unknown("the object that a resolver belongs to", call.place);
  return symbolic({ kind: "input", source: "body", name }, { labels: label.input, place: call.place });
}

function functionOf(resolver: Value | undefined): FunctionValue | undefined {
  const fn = resolver?.kind === "method" ? resolver.func : resolver;
  return fn?.kind === "function" ? (fn.wraps ?? fn) : undefined;
}

