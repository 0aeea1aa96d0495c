import { activate, call as callValue, diverged, findInMro, initialise, newFrame, none, symbolOf, type Arguments, type ClassValue, type Exit, type FunctionValue, type Machine, type Place, type Value } from "@muster/python";

/** What FastAPI calls for a dependency. */
export interface EntryPoint {
  readonly name: string;
  readonly place: Place;
  /** What runs; absent for natives. */
  readonly fn?: FunctionValue;
  readonly native?: Value;
  /** Values before the parameters that FastAPI fills: `self`. */
  readonly bound: readonly Value[];
  /** A class that is instantiated. */
  readonly cls?: ClassValue;
  readonly isScheme: boolean;
  readonly open?: boolean;
}

/** What runs when FastAPI calls a dependency: a function, a method, `__call__` of an object, or a class. */
export function entryOf(callable: Value, place: Place): EntryPoint | undefined {
  switch (callable.kind) {
    case "function": {
      const shown = callable.wraps ?? callable;
      return { name: symbolOf(shown.place, shown.name), place: shown.place, fn: callable, bound: [], isScheme: false };
    }
    case "method":
      if (callable.func.kind === "function") return { name: symbolOf(callable.func.place, callable.func.name), place: callable.func.place, fn: callable.func, bound: [callable.self], isScheme: false };
      if (callable.self.kind === "instance") return { name: callable.func.name, place: callable.self.place, native: callable, bound: [], isScheme: isScheme(callable.self) };
      return undefined;
    case "instance": {
      const found = findInMro(callable.class, "__call__");
      if (found?.value.kind === "function") return { name: `${callable.class.name}.__call__`, place: found.value.place, fn: found.value, bound: [callable], isScheme: isScheme(callable) };
      if (found?.value.kind === "native") return { name: callable.class.name, place: callable.place, native: callable, bound: [], isScheme: isScheme(callable) };
      return undefined;
    }
    case "class": {
      if (callable.opaque) return undefined;
      const init = findInMro(callable, "__init__");
      if (init?.value.kind === "function") return { name: callable.name, place: callable.place ?? place, fn: init.value, bound: [none], cls: callable, isScheme: false };
      return { name: callable.name, place: callable.place ?? place, cls: callable, bound: [], isScheme: false, open: true };
    }
    case "union":
    case "const":
    case "template":
    case "list":
    case "tuple":
    case "set":
    case "dict":
    case "module":
    case "native":
    case "external":
    case "annotated":
    case "super":
    case "symbolic":
      return undefined;
    default:
      return callable satisfies never;
  }
}

function isScheme(value: Value): boolean {
  return value.kind === "instance" && value.class.mro.some((cls) => cls.name.startsWith("fastapi.security.") || cls.name === "fastapi_users.current_user");
}

/** Runs an entry point within the run that is under way. */
export function enterDependency(machine: Machine, entry: EntryPoint, args: Arguments, place: Place): readonly Exit[] {
  const frame = machine.frame;
  const at = entry.fn?.place ?? entry.place;
  const outer = newFrame(at.module, at.module.scope);
  machine.frame = outer;
  try {
    if (entry.cls) {
      const object: Value & { kind: "instance" } = { kind: "instance", class: entry.cls, attributes: new Map(), place, records: new Map() };
      initialise(machine, object, { ...args, positional: [] }, place);
      return [...outer.exits, { kind: "return", value: object, place: entry.place, path: machine.path, through: [] }];
    }
    if (entry.fn) return activate(machine, entry.fn, args, place);
    if (entry.native) {
      const value = callValue(machine, entry.native, args, place);
      return [...outer.exits, { kind: "return", value, place: entry.place, path: machine.path, through: [] }];
    }
    return [];
  } catch (thrown) {
    if (thrown !== diverged) throw thrown;
    return outer.exits;
  } finally {
    machine.frame = frame;
  }
}
