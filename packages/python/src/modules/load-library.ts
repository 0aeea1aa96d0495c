import { loadPythonParser } from "../parse/parser.ts";
import { summarise } from "../parse/summarise.ts";
import type { ModuleSummary, Stmt } from "../syntax.ts";
import type { LibraryFiles } from "./library-files.ts";
import { isLibrary, libraryRoot } from "./library-index.ts";
import { folderOfPackage, type ModuleIndex } from "./module-index.ts";

/**
 * Reads library modules, and with each one those of the library that it imports: they are few and small, and found one
 * after the other each would cost an evaluation. They are parsed where they are evaluated.
 */
export async function loadLibrary(files: LibraryFiles, index: ModuleIndex, paths: readonly string[], sources: Map<string, ModuleSummary>): Promise<void> {
  if (paths.length === 0) return;
  const parser = await loadPythonParser();
  const open = [...paths];
  for (let path = open.pop(); path !== undefined; path = open.pop()) {
    if (sources.has(path)) continue;
    const text = files.read(path);
    const summary = parsed.get(text) ?? summarise(parser, text);
    parsed.set(text, summary);
    if (summary.errors.length > 0 || summary.cut) throw new Error(`The library module ${path} does not parse. Correct it in the plugin that brings it.`);
    sources.set(path, summary);
    open.push(...importedBy(summary.body, index));
  }
}

/** Summaries by text. Library modules come with plugins and are few: each is parsed once, however many repositories or commits this thread links. */
const parsed = new Map<string, ModuleSummary>();

function importedBy(body: readonly Stmt[], index: ModuleIndex): string[] {
  const out: string[] = [];
  const add = (name: string): void => {
    const found = index.resolve(name, `${libraryRoot}/from.py`);
    if (found?.kind === "file" && isLibrary(found.path)) out.push(found.path);
  };
  for (const stmt of body) {
    if (stmt.k === "import") for (const { n } of stmt.n) add(n);
    if (stmt.k !== "from" || stmt.lvl > 0) continue;
    add(stmt.m);
    const found = index.resolve(stmt.m, `${libraryRoot}/from.py`);
    if (found?.kind === "folder" || (found?.kind === "file" && folderOfPackage(found.path) !== undefined)) for (const { n } of stmt.n) add(`${stmt.m}.${n}`);
  }
  return out;
}
