import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { libraryRoot } from "./library-index.ts";

/** The Python files that plugins bring, by their path below `<library>`. */
export class LibraryFiles {
  readonly #files: Map<string, string> = new Map();

  /** @param folders URLs of folders that hold packages, as on Python's path. A file of a later one stands in for the same file of an earlier one. */
  constructor(folders: Iterable<URL>) {
    for (const folder of folders) {
      const root = fileURLToPath(folder);
      for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !entry.name.endsWith(".py")) continue;
        const file = path.join(entry.parentPath, entry.name);
        this.#files.set(`${libraryRoot}/${path.relative(root, file).split(path.sep).join("/")}`, file);
      }
    }
  }

  get paths(): readonly string[] {
    return [...this.#files.keys()].sort();
  }

  /** The text of one of `paths`. */
  read(libraryPath: string): string {
    const file = this.#files.get(libraryPath);
    if (file === undefined) throw new Error(`There is no library module ${libraryPath}. Ask only for paths that the index knows.`);
    return readFileSync(file, "utf8");
  }
}
