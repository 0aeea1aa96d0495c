import type { Sources } from "@muster/plugin-tester/sources";

/** A Python module while it is written, line after line. */
export class PythonModule {
  /** Dotted. */
  readonly name: string;
  readonly #lines: string[] = [];

  constructor(name: string) {
    this.name = name;
  }

  /** Adds lines below what is there, `depth` levels in. */
  add(text: string, depth = 0): void {
    for (const line of text.split("\n")) this.#lines.push(line === "" ? "" : "    ".repeat(depth) + line);
  }

  /** Adds an import above everything, once. */
  head(text: string): void {
    if (!this.#lines.includes(text)) this.#lines.unshift(text);
  }

  get text(): string {
    return this.#lines.length === 0 ? "" : `${this.#lines.join("\n")}\n`;
  }
}

/** The modules of a small application, and names that none of them uses twice. */
export class PythonProject {
  readonly #modules = new Map<string, PythonModule>();
  #names = 0;

  /** The module of a dotted name, made when it is first asked for. */
  module(name: string): PythonModule {
    const found = this.#modules.get(name);
    if (found !== undefined) return found;
    const made = new PythonModule(name);
    this.#modules.set(name, made);
    return made;
  }

  unique(prefix: string): string {
    return `${prefix}_${++this.#names}`;
  }

  /** By path, with an `__init__.py` in every package. */
  sources(): Sources {
    const packages = new Set<string>();
    for (const name of this.#modules.keys()) {
      for (let parent = parentOf(name); parent !== ""; parent = parentOf(parent)) packages.add(parent);
    }
    const files: [string, string][] = [...packages].map((name) => [`${pathOf(name)}/__init__.py`, this.#modules.get(name)?.text ?? ""]);
    for (const [name, { text }] of this.#modules) if (!packages.has(name)) files.push([`${pathOf(name)}.py`, text]);
    return Object.fromEntries(files.sort(([a], [b]) => (a < b ? -1 : 1)));
  }
}

/** The package that holds a module; empty at the top. */
export function parentOf(module: string): string {
  return module.slice(0, Math.max(0, module.lastIndexOf(".")));
}

function pathOf(module: string): string {
  return module.replaceAll(".", "/");
}
