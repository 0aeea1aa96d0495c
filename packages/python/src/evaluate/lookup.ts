import { nameRead, setShared } from "../reuse/heap.ts";
import { unknown } from "../values/make.ts";
import type { Place, Value } from "../values/value.ts";
import type { Machine } from "./machine.ts";
import { external, readImport, readStars } from "./modules.ts";
import type { Binding, Scope } from "./scope.ts";
import { readBound } from "./unbound.ts";

/** Reads a name as Python does: local, enclosing (class bodies excepted), module, builtins. */
export function lookup(machine: Machine, scope: Scope, name: string, place: Place): Value {
  let at: Scope | undefined = scope.outer?.get(name) ?? scope;
  let first = true;
  while (at) {
    if (first || at.kind !== "class") {
      if (at.kind === "module") nameRead(at.module.path, name);
      const found = at.vars.get(name);
      const bound = found && readBound(machine, found, place);
      if (bound) return bound.kind === "import" ? readImport(machine, at, name, bound) : bound;
      if (at.stars) {
        const star = readStars(machine, at, name);
        if (star) return star;
      }
    }
    first = false;
    at = at.parent;
  }
  const builtin = machine.natives.get(qualified(name));
  if (builtin) return builtin;
  if (/^[A-Z]\w*(Error|Exception|Warning|Exit|Interrupt|Iteration|Group)$/.test(name) || pythonBuiltins.has(name)) return external(machine, `builtins.${name}`);
  return unknown(`the name ${name} is not defined here`, place);
}

const known: Map<string, string> = new Map();

/** The name as one of `builtins`; the same text each time, so that its hash is there. */
function qualified(name: string): string {
  let full = known.get(name);
  if (full === undefined) {
    full = `builtins.${name}`;
    if (known.size < mostKnown) known.set(name, full);
  }
  return full;
}

/** Names come from the code. */
const mostKnown = 10_000;

const pythonBuiltins: ReadonlySet<string> = new Set(
  "object int float bool str bytes bytearray complex list tuple dict set frozenset type memoryview slice range abs all any ascii bin callable chr classmethod compile delattr dir divmod enumerate eval exec filter format getattr globals hasattr hash help hex id input isinstance issubclass iter len locals map max min next oct open ord pow print property repr reversed round setattr sorted staticmethod sum super vars zip __import__ NotImplemented Ellipsis __debug__ Exception BaseException".split(" "),
);

/** Binds a name, in the scope that `global` and `nonlocal` say. */
export function bind(scope: Scope, name: string, value: Binding): void {
  const holder = scope.outer?.get(name) ?? scope;
  if (holder.kind === "module") setShared(holder.vars, name, value);
  else holder.vars.set(name, value);
}
