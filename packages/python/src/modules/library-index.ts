import { parentOf, type Found, type ModuleIndex } from "./module-index.ts";

/** Library modules live under this name, which no file of a repository can have. */
export const libraryRoot = "<library>";

/** Whether a path or folder is that of a library module: Python that a framework plugin brought, and not the repository's. */
export function isLibrary(path: string): boolean {
  return path.startsWith(libraryRoot) && (path.length === libraryRoot.length || path[libraryRoot.length] === "/");
}

/**
 * The repository's modules, and behind them those that framework plugins bring for libraries. What the repository has of
 * a name wins, as it would on Python's path; library modules see library modules alone.
 */
export function withLibrary(repository: ModuleIndex, library: ModuleIndex): ModuleIndex {
  const inLibrary = (name: string): Found | undefined => library.resolve(name, `${libraryRoot}/from.py`);
  const of = (path: string): ModuleIndex => (isLibrary(path) ? library : repository);
  return {
    resolve: (name, from) => {
      if (isLibrary(from)) return inLibrary(name);
      const found = repository.resolve(name, from);
      return found?.kind === "file" && isOnPath(repository, found.path, name, from) ? found : (inLibrary(name) ?? found);
    },
    resolveRelative: (level, name, from) => of(from).resolveRelative(level, name, from),
    child: (folder, name) => of(folder).child(folder, name),
    children: (folder) => of(folder).children(folder),
    nameOf: (path) => (isLibrary(path) ? libraryName(path) : repository.nameOf(path)),
    search: (folder) => repository.search(folder),
    missed: repository.missed,
  };
}

/**
 * Whether a module is imported from a folder around the importing file that is no package. What was only guessed (a folder
 * of that name elsewhere, or inside a package) gives way to a library that is known.
 */
function isOnPath(repository: ModuleIndex, path: string, name: string, from: string): boolean {
  const module = path.replace(/(\/__init__)?\.py$/, "");
  const root = module.slice(0, Math.max(0, module.length - name.length - 1)).replace(/(^|\/)src$/, "");
  if (root !== "" && !from.startsWith(`${root}/`)) return false;
  // A folder without code of its own, below a package, is a part of that package.
  for (let folder = root; folder !== ""; folder = parentOf(folder)) if (repository.child(folder, "__init__")?.kind === "file") return false;
  return true;
}

function libraryName(path: string): string {
  return path
    .slice(libraryRoot.length + 1)
    .replace(/(\/__init__)?\.py$/, "")
    .replaceAll("/", ".");
}
