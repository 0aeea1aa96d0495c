import { folderOfPackage } from "../modules/module-index.ts";
import type { Module } from "../modules/module.ts";
import type { Machine } from "../evaluate/machine.ts";
import type { Stmt } from "../syntax.ts";

/**
 * Modules that no other one imports come first: a program starts there, and what they import runs in the order in which
 * Python would run it. Starting in the middle would meet import circles half way.
 */
export function entryFirst(machine: Machine, modules: readonly Module[]): Module[] {
  const imported = new Set<string>();
  for (const module of modules) for (const path of importsOf(machine, module, module.summary.body)) if (path !== module.path) imported.add(path);
  return [...modules.filter((module) => !imported.has(module.path)), ...modules.filter((module) => imported.has(module.path))];
}

function importsOf(machine: Machine, module: Module, body: readonly Stmt[]): string[] {
  const out: string[] = [];
  const add = (found: ReturnType<Machine["index"]["resolve"]>, names: readonly string[]): void => {
    if (!found) return;
    if (found.kind === "file") out.push(found.path);
    const folder = found.kind === "folder" ? found.folder : folderOfPackage(found.path);
    if (folder === undefined) return;
    for (const name of names) {
      const child = machine.index.child(folder, name);
      if (child?.kind === "file") out.push(child.path);
    }
  };
  for (const stmt of body) {
    if (stmt.k === "import") for (const { n } of stmt.n) add(machine.index.resolve(n, module.path), []);
    else if (stmt.k === "from") {
      const found = stmt.lvl > 0 ? machine.index.resolveRelative(stmt.lvl, stmt.m, module.path) : machine.index.resolve(stmt.m, module.path);
      add(found, stmt.n.map((one) => one.n));
    } else if (stmt.k === "try" || stmt.k === "if") out.push(...importsOf(machine, module, stmt.b));
  }
  return out;
}
