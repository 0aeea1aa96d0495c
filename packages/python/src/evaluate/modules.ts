import { aside, nameRead } from "../reuse/heap.ts";
import { folderOfPackage, type Found } from "../modules/module-index.ts";
import { isLibrary } from "../modules/library-index.ts";
import { Module } from "../modules/module.ts";
import { constant, sequence, symbolic, unknown } from "../values/make.ts";
import type { Place, Value } from "../values/value.ts";
import { newFrame } from "./frame.ts";
import { diverged, loadLimits, type Machine } from "./machine.ts";
import { execute } from "./statements.ts";
import { start } from "./path.ts";
import type { Import, Scope } from "./scope.ts";

/** Runs a file as a program is run, `__name__ == "__main__"`, in a module of its own: what others import of it stays as it is. */
export function runAsProgram(machine: Machine, path: string): void {
  const imported = machine.module(path);
  if (imported) runModule(machine, new Module("__main__", path, imported.summary));
}

/** Runs a module's top level once. While it runs, what it has defined so far is visible, as in Python. */
export function runModule(machine: Machine, module: Module): void {
  if (module.state !== "new") return;
  module.state = "running";
  aside(module.path, () => machine.within("load", loadLimits, () => {
    machine.path = start;
    const frame = newFrame(module, module.scope);
    machine.frame = frame;
    module.scope.vars.set("__name__", constant(module.name));
    module.scope.vars.set("__file__", constant(module.path));
    const folder = folderOfPackage(module.path);
    if (folder !== undefined) module.scope.vars.set("__path__", sequence("list", [constant(folder)]));
    module.scope.vars.set("__package__", constant(folder === undefined ? module.name.split(".").slice(0, -1).join(".") : module.name));
    try {
      execute(machine, module.summary.body, frame);
    } catch (thrown) {
      if (thrown !== diverged) throw thrown;
    }
  }));
  module.state = "done";
}

/** What an import statement's name stands for. */
export function resolveImport(machine: Machine, wanted: Import): Value {
  const from = wanted.place.module;
  const found = wanted.level > 0 ? machine.index.resolveRelative(wanted.level, wanted.module, from.path) : machine.index.resolve(wanted.module, from.path);
  const dotted = wanted.level > 0 ? `${".".repeat(wanted.level)}${wanted.module}` : wanted.module;
  if (!found) {
    if (wanted.level > 0) return unknown(`the module ${dotted} is not in the repository`, wanted.place);
    return external(machine, wanted.name === undefined ? wanted.module : `${wanted.module}.${wanted.name}`);
  }
  if (wanted.name === undefined) return moduleValue(machine, found, wanted.place, wanted.module);
  return memberOf(machine, found, wanted.name, wanted.place, dotted);
}

/** An attribute of a module or package: a name it defines, or a module inside it. */
export function memberOf(machine: Machine, found: Found, name: string, place: Place, dotted: string): Value {
  const folder = found.kind === "folder" ? found.folder : folderOfPackage(found.path);
  if (found.kind === "file") {
    const module = machine.module(found.path);
    if (!module) {
      const inside = folder === undefined ? undefined : machine.index.child(folder, name);
      return inside ? moduleValue(machine, inside, place, `${dotted}.${name}`) : notLoaded(machine, found.path, name, place, dotted);
    }
    const value = readModule(machine, module, name, place);
    if (value) return value;
  }
  const inside = folder === undefined ? undefined : machine.index.child(folder, name);
  if (inside) return moduleValue(machine, inside, place, `${dotted}.${name}`);
  // A library module holds what matters of the library: the rest is outside, by its name.
  const path = found.kind === "folder" ? found.folder : found.path;
  if (isLibrary(path)) return external(machine, `${machine.index.nameOf(path)}.${name}`);
  return unknown(`${dotted} has no ${name}`, place);
}

/** A name at the top level of a module, running it first; undefined where it defines none. */
export function readModule(machine: Machine, module: Module, name: string, place: Place): Value | undefined {
  nameRead(module.path, name);
  runModule(machine, module);
  const bound = module.scope.vars.get(name);
  // `from . import x` in a package finds its own binding under way: then the submodule is meant.
  if (bound?.kind === "import" && resolving.has(bound)) return undefined;
  if (bound) return bound.kind === "import" ? readImport(machine, module.scope, name, bound) : bound;
  const star = readStars(machine, module.scope, name);
  if (star) return star;
  if (name === "__name__") return constant(module.name);
  const getter = module.scope.vars.get("__getattr__");
  if (getter && getter.kind === "function") return unknown(`${module.name}.__getattr__ decides what ${name} is`, place);
  return undefined;
}

/** Reads an imported name; remembered once its module is known. */
export function readImport(machine: Machine, scope: Scope, name: string, bound: Import): Value {
  if (resolving.has(bound)) return unknown(`${bound.name ?? bound.module} is imported in a circle`, bound.place);
  resolving.add(bound);
  try {
    const value = resolveImport(machine, bound);
    if (!(value.kind === "symbolic")) scope.vars.set(name, value);
    return value;
  } finally {
    resolving.delete(bound);
  }
}

const resolving = new Set<Import>();

/** Looks for a name in the modules that `from m import *` names, last first. */
export function readStars(machine: Machine, scope: Scope, name: string): Value | undefined {
  if (!scope.stars || name.startsWith("_")) return undefined;
  for (const star of [...scope.stars].reverse()) {
    if (resolving.has(star)) continue;
    resolving.add(star);
    try {
      const from = star.place.module;
      const found = star.level > 0 ? machine.index.resolveRelative(star.level, star.module, from.path) : machine.index.resolve(star.module, from.path);
      if (found?.kind === "file") {
        const module = machine.module(found.path);
        if (!module) continue;
        const value = readModule(machine, module, name, star.place);
        if (value) return value;
      } else if (!found && star.level === 0) {
        const native = machine.natives.get(`${star.module}.${name}`);
        if (native) return native;
      }
    } finally {
      resolving.delete(star);
    }
  }
  return undefined;
}

/** Runs what an import statement names at once where the machine wants that: registration by import keeps its order. */
export function importEagerly(machine: Machine, wanted: Import): void {
  // As in Python: such an import is never made, and a circle through it is none.
  if (machine.forTypes) return;
  const from = wanted.place.module;
  const found = wanted.level > 0 ? machine.index.resolveRelative(wanted.level, wanted.module, from.path) : machine.index.resolve(wanted.module, from.path);
  if (!found) return;
  const paths: string[] = [];
  if (found.kind === "file") paths.push(found.path);
  const folder = found.kind === "folder" ? found.folder : folderOfPackage(found.path);
  if (folder !== undefined && wanted.name !== undefined && wanted.name !== "*") {
    const inside = machine.index.child(folder, wanted.name);
    if (inside?.kind === "file") paths.push(inside.path);
  }
  for (const path of paths) {
    if (!machine.eager(path, from.path)) continue;
    const module = machine.module(path);
    if (module) runModule(machine, module);
  }
}

function moduleValue(machine: Machine, found: Found, place: Place, dotted: string): Value {
  if (found.kind === "folder") return { kind: "module", module: machine.namespace(found.folder) };
  const module = machine.module(found.path);
  if (!module) return notLoaded(machine, found.path, undefined, place, dotted);
  return { kind: "module", module };
}

function notLoaded(machine: Machine, path: string, name: string | undefined, place: Place, dotted: string): Value {
  const lost = machine.lost.get(path);
  const symbol = name === undefined ? dotted : `${dotted}.${name}`;
  if (lost === undefined) machine.pendingSymbols.set(symbol, (machine.pendingSymbols.get(symbol) ?? new Set()).add(path));
  return symbolic({ kind: "symbol", name: symbol }, { place, reason: lost ? `${path} was not analysed: ${lost}` : `${path} is not loaded`, pending: lost === undefined });
}

/** Something from outside the repository: its model where there is one. */
export function external(machine: Machine, name: string): Value {
  const known = machine.natives.get(name);
  if (known) return known;
  for (const pattern of machine.patterns) {
    const value = pattern(name);
    if (value) return value;
  }
  return { kind: "external", name };
}
