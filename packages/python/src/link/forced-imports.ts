import { folderOfPackage, type Found, type ModuleIndex } from "../modules/module-index.ts";
import type { ModuleSummary } from "../syntax.ts";
import { ModuleNames } from "./module-names.ts";

/** A name of a module that running another one reads; without a name, the module itself. */
interface Wanted {
  readonly path: string;
  readonly name?: string;
}

/**
 * What running modules leads to, told by their text alone: the imports that a top level calls, subclasses, decorates with or
 * reads, and those of the functions it calls. Evaluation asks for hardly more than that, so most of what it needs is there
 * before it begins, and it need not begin anew for each link of a chain of imports. It may name too much or too little:
 * what counts is what evaluation asks for.
 */
export class ForcedImports {
  readonly #index: ModuleIndex;
  readonly #summaries: ReadonlyMap<string, ModuleSummary>;
  readonly #makers: (path: string) => ReadonlySet<string>;
  readonly #modules: Map<string, ModuleNames>;
  readonly #visited: Set<string> = new Set();
  /** What was looked at, by path and name; of a module as a whole by its path. */
  readonly #seen: Set<string> = new Set();
  /** Asked of modules that are not there yet. */
  #open: Wanted[] = [];

  /** `makers`: names of which a call in a module makes an application, so that a function around it is one that a server starts. */
  constructor(index: ModuleIndex, summaries: ReadonlyMap<string, ModuleSummary>, makers: (path: string) => ReadonlySet<string>, modules: Map<string, ModuleNames> = new Map()) {
    this.#index = index;
    this.#summaries = summaries;
    this.#makers = makers;
    this.#modules = modules;
  }

  /** All that running these modules leads to, of what is there, these included. */
  closure(paths: readonly string[]): ReadonlySet<string> {
    const anew = new ForcedImports(this.#index, this.#summaries, this.#makers, this.#modules);
    anew.follow(paths);
    return anew.#visited;
  }

  /** Paths that running these modules (and what was open before) leads to, as far as it is not there. */
  follow(paths: readonly string[]): string[] {
    const work: Wanted[] = [...this.#open, ...paths.map((path) => ({ path }))];
    this.#open = [];
    for (let wanted = work.pop(); wanted !== undefined; wanted = work.pop()) {
      const names = this.#namesOf(wanted.path);
      if (names === undefined) {
        this.#open.push(wanted);
        continue;
      }
      this.#visited.add(wanted.path);
      if (this.#visit(wanted.path)) for (const name of names.forced) work.push(...this.#targets(names, wanted.path, name));
      if (wanted.name === undefined || !this.#visit(`${wanted.path} ${wanted.name}`)) continue;
      if (names.has(wanted.name)) {
        work.push(...this.#targets(names, wanted.path, wanted.name));
        continue;
      }
      const folder = folderOfPackage(wanted.path);
      const inside = folder === undefined ? undefined : this.#index.child(folder, wanted.name);
      if (inside?.kind === "file") work.push({ path: inside.path });
      else for (const star of names.stars) work.push(...this.#resolved(star.level, star.module, wanted.path, wanted.name));
    }
    return [...new Set(this.#open.map(({ path }) => path))];
  }

  #visit(key: string): boolean {
    if (this.#seen.has(key)) return false;
    this.#seen.add(key);
    return true;
  }

  #namesOf(path: string): ModuleNames | undefined {
    const known = this.#modules.get(path);
    if (known) return known;
    const summary = this.#summaries.get(path);
    if (!summary) return undefined;
    const names = new ModuleNames(summary, this.#makers(path));
    this.#modules.set(path, names);
    return names;
  }

  #targets(names: ModuleNames, path: string, name: string): Wanted[] {
    const bound = names.imports.get(name);
    return bound === undefined ? [] : bound.flatMap((one) => this.#resolved(one.level, one.module, path, one.name));
  }

  #resolved(level: number, module: string, from: string, name: string | undefined): Wanted[] {
    const found = level > 0 ? this.#index.resolveRelative(level, module, from) : this.#index.resolve(module, from);
    return found === undefined ? [] : wantedOf(this.#index, found, name);
  }
}

function wantedOf(index: ModuleIndex, found: Found, name: string | undefined): Wanted[] {
  if (found.kind === "file") return [{ path: found.path, ...(name !== undefined && { name }) }];
  const inside = name === undefined ? undefined : index.child(found.folder, name);
  return inside?.kind === "file" ? [{ path: inside.path }] : [];
}
