import { folderOfPackage } from "../modules/module-index.ts";
import type { Module } from "../modules/module.ts";
import type { Machine } from "../evaluate/machine.ts";
import type { Stmt } from "../syntax.ts";

/**
 * Modules that make an application come first, then those that no other one imports: a server starts there, and what
 * they import runs in the order in which Python would run it. Starting elsewhere would meet import circles half way.
 */
export function entryFirst(machine: Machine, modules: readonly Module[], applications: readonly string[]): Module[] {
  const imported = new Set<string>();
  for (const module of modules) for (const path of importsOf(machine, module, module.summary.body)) if (path !== module.path) imported.add(path);
  const names = new Set(applications.map((name) => name.slice(name.lastIndexOf(".") + 1)));
  const rank = (module: Module): number => (makesApplication(module.summary.body, names) ? 0 : imported.has(module.path) ? 2 : 1);
  return [0, 1, 2].flatMap((wanted) => modules.filter((module) => rank(module) === wanted));
}

/** Whether the top level calls something of an application class's name: a guess that only decides where to start. */
function makesApplication(body: readonly Stmt[], names: ReadonlySet<string>): boolean {
  return body.some((stmt) => {
    if (stmt.k === "if" || stmt.k === "with" || stmt.k === "try") return makesApplication(stmt.b, names);
    const value = stmt.k === "assign" || stmt.k === "ann" || stmt.k === "expr" ? stmt.v : undefined;
    if (value?.k !== "call") return false;
    return (value.f.k === "name" && names.has(value.f.id)) || (value.f.k === "attr" && names.has(value.f.n));
  });
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
