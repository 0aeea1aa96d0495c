/** Finds the file behind a dotted name: absolute from the roots that enclose the importing file, nearest first. */
export interface ModuleIndex {
  /** Resolves `import name` written in `from`. Looks for packages, modules and namespace packages. */
  resolve(name: string, from: string): Found | undefined;
  /** Resolves a relative import: `level` dots, then `name`. */
  resolveRelative(level: number, name: string, from: string): Found | undefined;
  /** A submodule or subpackage of a folder. */
  child(folder: string, name: string): Found | undefined;
  /** Names of the modules and packages directly in a folder, sorted, `__init__` left out. */
  children(folder: string): readonly { readonly name: string; readonly isPackage: boolean }[];
  /** The dotted name of a file, from its source root. */
  nameOf(path: string): string;
  /** Code puts a folder on Python's path: modules beside the folder and in it may import from it, also where it is a package. */
  search(folder: string): void;
  /** Paths that were looked for in vain so far. */
  readonly missed: ReadonlySet<string>;
}

/** `file`: a module or package with code; `folder`: a namespace package. */
export type Found = { readonly kind: "file"; readonly path: string } | { readonly kind: "folder"; readonly folder: string };

export function indexModules(paths: readonly string[]): ModuleIndex {
  const files = new Set(paths);
  const folders = new Map<string, Set<string>>();
  /** Top-level name → folders that hold it, for projects whose root is not above the importing file. */
  const holders = new Map<string, string[]>();
  for (const path of paths) {
    let child = path;
    for (;;) {
      const cut = child.lastIndexOf("/");
      const folder = cut < 0 ? "" : child.slice(0, cut);
      const name = child.slice(cut + 1);
      let names = folders.get(folder);
      if (!names) folders.set(folder, (names = new Set()));
      if (names.has(name)) break;
      names.add(name);
      const stem = name.endsWith(".py") ? name.slice(0, -3) : name;
      const known = holders.get(stem);
      if (known) known.push(folder);
      else holders.set(stem, [folder]);
      if (cut < 0) break;
      child = folder;
    }
  }
  const missed = new Set<string>();

  const at = (folder: string, name: string): Found | undefined => {
    const base = folder === "" ? name : `${folder}/${name}`;
    const init = `${base}/__init__.py`;
    if (files.has(init)) return { kind: "file", path: init };
    if (files.has(`${base}.py`)) return { kind: "file", path: `${base}.py` };
    if (folders.has(base)) return { kind: "folder", folder: base };
    return undefined;
  };

  const below = (folder: string, dotted: string): Found | undefined => {
    let here: Found = { kind: "folder", folder };
    if (dotted === "") {
      const init = folder === "" ? "__init__.py" : `${folder}/__init__.py`;
      return files.has(init) ? { kind: "file", path: init } : here;
    }
    for (const name of dotted.split(".")) {
      const inside: string | undefined = here.kind === "folder" ? here.folder : folderOfPackage(here.path);
      const next: Found | undefined = inside === undefined ? undefined : at(inside, name);
      if (!next) return undefined;
      here = next;
    }
    return here;
  };

  const resolve = (name: string, from: string): Found | undefined => {
    const top = name.split(".", 1)[0] ?? name;
    const inFolders = holders.get(top);
    const slashed = name.replaceAll(".", "/");
    let folder = parentOf(from);
    // `from` itself may sit in a package; any folder above it may be on sys.path, the nearest wins unless it is a package part.
    let namespaceOnly: Found | undefined;
    for (;;) {
      for (const root of folder === "" ? ["", "src"] : [folder, `${folder}/src`]) {
        if (inFolders?.includes(root)) {
          const found = below(root, name);
          if (found?.kind === "file" && !(isInPackage(root) && found.path === from)) {
            if (!isInPackage(root)) return found;
            // A sibling inside a package is importable absolutely only when scripts run from there: remember it as a last resort.
            lastResort.set(`${from}\0${name}`, found);
          } else if (found?.kind === "folder") namespaceOnly ??= found;
        }
      }
      missed.add(folder === "" ? `${slashed}.py` : `${folder}/${slashed}.py`);
      missed.add(folder === "" ? `${slashed}/__init__.py` : `${folder}/${slashed}/__init__.py`);
      if (folder === "") break;
      folder = parentOf(folder);
    }
    if (inFolders) {
      const elsewhere = inFolders.filter((root) => !isInPackage(root)).map((root) => below(root, name)).filter((found) => found?.kind === "file");
      if (elsewhere.length === 1 && elsewhere[0]) return elsewhere[0];
    }
    const added = [...searched].filter((root) => inFolders?.includes(root) === true && isBelow(parentOf(root), from)).map((root) => below(root, name));
    return added.find((found) => found?.kind === "file") ?? lastResort.get(`${from}\0${name}`) ?? namespaceOnly;
  };
  const lastResort = new Map<string, Found>();
  const searched = new Set<string>();
  const isBelow = (folder: string, path: string): boolean => folder === "" || path.startsWith(`${folder}/`);
  const isInPackage = (folder: string): boolean => folder !== "" && files.has(`${folder}/__init__.py`);

  const resolveRelative = (level: number, name: string, from: string): Found | undefined => {
    let folder = parentOf(from);
    for (let up = 1; up < level; up++) {
      if (folder === "") return undefined;
      folder = parentOf(folder);
    }
    const found = below(folder, name);
    if (!found) missed.add(`${folder}/${name.replaceAll(".", "/")}.py`);
    return found;
  };

  const known = new Map<string, Found | undefined>();
  return {
    resolve: memoise(resolve, known),
    resolveRelative,
    child: (folder, name) => at(folder, name),
    children: (folder) => {
      const out: { name: string; isPackage: boolean }[] = [];
      for (const name of folders.get(folder) ?? []) {
        if (name.endsWith(".py")) {
          if (name !== "__init__.py") out.push({ name: name.slice(0, -3), isPackage: false });
        } else if (files.has(`${folder === "" ? "" : `${folder}/`}${name}/__init__.py`)) out.push({ name, isPackage: true });
      }
      return out.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
    },
    nameOf: (path) => {
      const stem = path.endsWith("/__init__.py") ? path.slice(0, -"/__init__.py".length) : path.replace(/\.py$/, "");
      const parts = [stem.slice(stem.lastIndexOf("/") + 1)];
      let folder = parentOf(stem);
      while (isInPackage(folder)) {
        parts.unshift(folder.slice(folder.lastIndexOf("/") + 1));
        folder = parentOf(folder);
      }
      // Folders without __init__.py below the source root are namespace packages: `src` and the service's own folder end the name.
      return parts.join(".");
    },
    search: (folder) => {
      if (searched.has(folder) || !folders.has(folder)) return;
      searched.add(folder);
      for (const [key, found] of known) if (found?.kind !== "file") known.delete(key);
    },
    missed,
  };
}

function memoise(resolve: ModuleIndex["resolve"], known: Map<string, Found | undefined>): ModuleIndex["resolve"] {
  return (name, from) => {
    const key = `${parentOf(from)}\0${name}`;
    if (known.has(key)) return known.get(key);
    const found = resolve(name, from);
    known.set(key, found);
    return found;
  };
}

/** The folder of a path; `""` at the root. */
export function parentOf(path: string): string {
  const cut = path.lastIndexOf("/");
  return cut < 0 ? "" : path.slice(0, cut);
}

/** The folder whose modules a package file holds; undefined for a plain module. */
export function folderOfPackage(path: string): string | undefined {
  return path === "__init__.py" ? "" : path.endsWith("/__init__.py") ? parentOf(path) : undefined;
}
