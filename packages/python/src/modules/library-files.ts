import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { libraryRoot } from "./library-index.ts";

/** The Python files that plugins bring, by their path below `<library>`. */
export class LibraryFiles {
  readonly #files: Map<string, string> = new Map();
  readonly #texts: Map<string, string> = new Map();

  /**
   * @param folders URLs of folders that hold packages, as on Python's path. A file of a later one stands in for the same file of an earlier one.
   * @param texts Further code by dotted module name; where a folder has the module, that one's own code follows it.
   */
  constructor(folders: Iterable<URL>, texts: ReadonlyMap<string, string>) {
    for (const folder of folders) {
      const root = fileURLToPath(folder);
      for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !entry.name.endsWith(".py")) continue;
        const file = path.join(entry.parentPath, entry.name);
        this.#files.set(`${libraryRoot}/${path.relative(root, file).split(path.sep).join("/")}`, file);
      }
    }
    for (const [module, text] of texts) {
      const base = `${libraryRoot}/${module.replaceAll(".", "/")}`;
      this.#texts.set(this.#files.has(`${base}/__init__.py`) ? `${base}/__init__.py` : `${base}.py`, text);
    }
  }

  get paths(): readonly string[] {
    return [...new Set([...this.#files.keys(), ...this.#texts.keys()])].sort();
  }

  /** The text of one of `paths`. */
  read(libraryPath: string): string {
    const file = this.#files.get(libraryPath);
    const further = this.#texts.get(libraryPath);
    if (further !== undefined) return file === undefined ? further : `${further}\n${readFileSync(file, "utf8")}`;
    if (file === undefined) throw new Error(`There is no library module ${libraryPath}. Ask only for paths that the index knows.`);
    return readFileSync(file, "utf8");
  }
}
