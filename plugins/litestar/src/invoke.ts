import { activate, annotationOf, call as callValue, constant, diverged, elementsOf, findInMro, knownText, label, metadataOf, native, newFrame, none, noArguments, symbolic, unknown, type Arguments, type Exit, type FunctionValue, type Machine, type Place, type Value } from "@muster/python";
import { callee, callerText, pathParameter, receiver } from "@muster/web";
import { reservedValue, type ConnectionClasses } from "./models/connection.ts";

/** What a handler or dependency may ask for by the names of its parameters. */
export interface Injection {
  readonly classes: ConnectionClasses;
  readonly dependencies: ReadonlyMap<string, Value>;
  readonly pathNames: readonly string[];
}

/** Runs something as its own frame, and says how it can end: the ways out that it returns, and whatever raised before. */
export function framed(machine: Machine, place: Place, run: () => readonly Exit[]): readonly Exit[] {
  const frame = machine.frame;
  const outer = newFrame(place.module, place.module.scope);
  machine.frame = outer;
  try {
    const exits = run();
    return [...outer.exits, ...exits];
  } catch (thrown) {
    if (thrown !== diverged) throw thrown;
    return outer.exits;
  } finally {
    machine.frame = frame;
  }
}

/** Calls a value and says how that can end. */
export function exitsOf(machine: Machine, value: Value, args: Arguments, place: Place): readonly Exit[] {
  const fn = callee(value);
  return framed(machine, place, () => {
    if (fn) return activate(machine, fn, { ...args, positional: [...receiver(value), ...args.positional] }, place);
    const result = callValue(machine, value, args, place);
    return [{ kind: "return", value: result, place, path: machine.path, through: [] }];
  });
}

/** Runs a handler: what its parameters ask for is made first, and may raise. */
export function invoke(machine: Machine, injection: Injection, handler: Value, place: Place): readonly Exit[] {
  return framed(machine, place, () => {
    const fn = callee(handler);
    if (!fn) return [];
    const args = argumentsFor(machine, injection, fn, receiver(handler), place, new Map());
    return activate(machine, fn, args, place);
  });
}

/** The function whose signature counts: decorators show that of what they wrap. */
export function signatureOf(fn: FunctionValue): FunctionValue {
  return fn.wraps ?? fn;
}

function argumentsFor(machine: Machine, injection: Injection, fn: FunctionValue, before: readonly Value[], place: Place, made: Map<string, Value>): Arguments {
  const keywords = new Map<string, Value>();
  const shown = signatureOf(fn);
  for (const param of shown.params.slice(before.length)) {
    if (param.kind === "var" || param.kind === "kwvar") continue;
    const value = valueFor(machine, injection, shown, param.n, place, made);
    if (value) keywords.set(param.n, value);
  }
  return { positional: before, keywords, open: false };
}

function valueFor(machine: Machine, injection: Injection, fn: FunctionValue, name: string, place: Place, made: Map<string, Value>): Value | undefined {
  if (injection.dependencies.has(name)) return provide(machine, injection, name, place, made);
  if (injection.pathNames.includes(name)) return pathParameter(name, place);
  const reserved = reservedValue(injection.classes, name, place);
  if (reserved) return reserved;
  if (name === "receive" || name === "send") return native(name, () => none);
  return declaredInput(machine, fn, name, place) ?? session(machine, fn, name, place) ?? symbolic({ kind: "input", source: "query", name }, { labels: label.input, place });
}

/** `db_session: AsyncSession` without a provider of the repository's: plugins (Advanced Alchemy's) add it to every application, and no query holds one. */
function session(machine: Machine, fn: FunctionValue, name: string, place: Place): Value | undefined {
  const param = fn.params.find((one) => one.n === name);
  const annotation = param?.a && annotationOf(machine, param.a, fn.scope, fn.place);
  return annotation?.kind === "external" && annotation.name.startsWith("sqlalchemy.") ? symbolic({ kind: "symbol", name }, { place }) : undefined;
}

/** `Annotated[str, Parameter(header="X-API-Key")]`, or the same as a default. */
function declaredInput(machine: Machine, fn: FunctionValue, name: string, place: Place): Value | undefined {
  const param = fn.params.find((one) => one.n === name);
  const annotation = param?.a && annotationOf(machine, param.a, fn.scope, fn.place);
  const fallback = fn.defaults.get(name);
  for (const mark of [...(fallback ? [fallback] : []), ...(annotation ? metadataOf(annotation) : [])]) {
    if (mark.kind !== "instance") continue;
    for (const source of ["header", "cookie"] as const) {
      const key = knownText(mark.attributes.get(source));
      if (key !== undefined) return callerText({ machine, place }, source, source === "header" ? key.toLowerCase() : key);
    }
  }
  return undefined;
}

/** What a dependency yields, made once for one request. */
export function provide(machine: Machine, injection: Injection, name: string, place: Place, made: Map<string, Value>): Value {
  const known = made.get(name);
  if (known) return known;
  made.set(name, unknown(`the dependency ${name} needs itself`, place));
  const value = provided(machine, injection, injection.dependencies.get(name) ?? constant(null), place, made);
  made.set(name, value);
  return value;
}

function provided(machine: Machine, injection: Injection, provider: Value, place: Place, made: Map<string, Value>): Value {
  const callable = providerOf(provider);
  const fn = callee(callable);
  if (fn) {
    const result = callValue(machine, callable, { ...argumentsFor(machine, injection, fn, receiver(callable), place, made), positional: [] }, place);
    return fn.isGenerator ? (elementsOf(machine, result, place).items[0]?.value ?? unknown("what a dependency yields", place)) : result;
  }
  if (callable.kind === "class" && !callable.opaque) {
    const init = findInMro(callable, "__init__")?.value;
    const args = init?.kind === "function" ? argumentsFor(machine, injection, init, [none], place, made) : { ...noArguments, open: true };
    return callValue(machine, callable, { ...args, positional: [] }, place);
  }
  return callValue(machine, callable, { ...noArguments, open: true }, place);
}

/** The callable behind `Provide(…)`. */
export function providerOf(provider: Value): Value {
  return provider.kind === "instance" ? (provider.attributes.get("dependency") ?? provider) : provider;
}
