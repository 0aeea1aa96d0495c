import { callee, enter, receiver } from "@muster/web";
import { noArguments, runLimits, symbolOf, symbolic, termOf, type Arguments, type ClassValue, type FoundDeclaration, type FunctionValue, type NativeCall, type Value } from "@muster/python";
import { changedObject } from "../scene.ts";

/** Notes what code sets up once while its modules are loaded. One for each evaluation. */
export class Notes {
  readonly #found: Map<string, FoundDeclaration> = new Map();

  /** Notes a call; requests set up nothing. */
  add(of: string, call: NativeCall, more: { readonly subjects?: readonly string[]; readonly runs?: NonNullable<FoundDeclaration["runs"]> } = {}): void {
    if (call.machine.mode === "load") this.put({ of, place: call.place, given: givenTo(call.args), conditional: call.conditions !== undefined, ...more });
  }

  put(declaration: FoundDeclaration): void {
    const { of, place, subjects = [], runs } = declaration;
    this.#found.set(`${of} ${place.module.path}:${place.s} ${subjects.join(",")} ${runs?.symbol ?? ""}`, declaration);
  }

  all(): readonly FoundDeclaration[] {
    return [...this.#found.values()];
  }
}

function givenTo(args: Arguments): FoundDeclaration["given"] {
  return [...args.positional.map((value, index) => ({ name: String(index), value: termOf(value) })), ...[...args.keywords].map(([name, value]) => ({ name, value: termOf(value) }))];
}

/** The function behind a value, to be run for an object of a class; undefined where it is not of the repository. */
export function runsFor(value: Value | undefined, argumentsFor: (object: Value, fn: FunctionValue) => Arguments, cls?: ClassValue): FoundDeclaration["runs"] | undefined {
  const fn = value && callee(value);
  if (!value || !fn) return undefined;
  const object = symbolic({ kind: "element", of: { kind: "symbol", name: changedObject } }, { place: fn.place, type: cls });
  const shown = fn.wraps ?? fn;
  return {
    symbol: symbolOf(shown.place, shown.name),
    run: (machine) =>
      machine.within("trace", runLimits, () => {
        const { positional, keywords } = argumentsFor(object, fn);
        const exits = enter(machine, fn, { ...noArguments, positional: [...receiver(value), ...positional], keywords }, fn.place);
        if (machine.exhausted) machine.recorder?.lose(machine.exhausted, "the budget of evaluation ended here");
        return exits;
      }),
  };
}

/** The classes that a value stands for: one, or a list of them; undefined where none is known. */
export function classesIn(value: Value | undefined): readonly ClassValue[] | undefined {
  if (value?.kind === "class") return [value];
  if (value?.kind !== "list" && value?.kind !== "tuple") return undefined;
  const classes = value.items.flatMap(({ value: item }) => (item.kind === "class" ? [item] : []));
  return classes.length === value.items.length ? classes : undefined;
}

/** Names of what a receiver or listener is for, classes of libraries included; undefined where it is for everything, empty where that is not known. */
export function subjectsIn(value: Value | undefined): readonly string[] | undefined {
  if (value === undefined || (value.kind === "const" && value.value === null)) return undefined;
  switch (value.kind) {
    case "class":
    case "external":
      return [value.name];
    case "const":
      return [String(value.value)];
    case "symbolic":
      return value.term.kind === "symbol" ? [value.term.name] : [];
    case "list":
    case "tuple":
      return value.items.flatMap((item) => subjectsIn(item.value) ?? []);
    default:
      return [];
  }
}
