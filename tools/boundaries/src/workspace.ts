import { globSync, readFileSync } from "node:fs";
import path from "node:path";

type Dependencies = Readonly<Record<string, string>>;

/** A package of the repository. */
export interface Workspace {
  readonly name: string;
  /** From the root, with `/`: `packages/scanner`. */
  readonly folder: string;
  /** The text of its package.json, for the lines of complaints. */
  readonly manifest: string;
  /** Names of what it may import at run time. */
  readonly dependencies: ReadonlySet<string>;
  readonly devDependencies: ReadonlySet<string>;
  /** Keys of its `exports` map: `.`, `./facts`. */
  readonly exports: ReadonlySet<string>;
}

interface Manifest {
  readonly name?: string;
  readonly workspaces?: readonly string[];
  readonly exports?: Readonly<Record<string, unknown>>;
  readonly dependencies?: Dependencies;
  readonly optionalDependencies?: Dependencies;
  readonly peerDependencies?: Dependencies;
  readonly devDependencies?: Dependencies;
}

export interface Repository {
  readonly root: string;
  readonly workspaces: readonly Workspace[];
  /** Development packages of the root, which every package's tests may use. */
  readonly devDependencies: ReadonlySet<string>;
}

/** Reads the packages that the root package.json lists, sorted by folder. */
export function readRepository(root: string): Repository {
  const manifest = parseManifest(readFileSync(path.join(root, "package.json"), "utf8"));
  const patterns = (manifest.workspaces ?? []).map((pattern) => `${pattern}/package.json`);
  const files = globSync(patterns, { cwd: root }).map((file) => file.replaceAll("\\", "/"));
  return { root, workspaces: files.toSorted().map((file) => readWorkspace(root, path.posix.dirname(file))), devDependencies: names(manifest.devDependencies) };
}

/** The source files of a package, from the root and with `/`, sorted. */
export function sourceFiles(root: string, workspace: Workspace): readonly string[] {
  const found = globSync("**/*.{ts,mts,cts,js,mjs,cjs}", {
    cwd: path.join(root, workspace.folder),
    exclude: (name) => name === "node_modules" || name === "dist" || name === "fixtures",
  });
  return found.map((file) => `${workspace.folder}/${file.replaceAll("\\", "/")}`).toSorted();
}

function readWorkspace(root: string, folder: string): Workspace {
  const text = readFileSync(path.join(root, folder, "package.json"), "utf8");
  const manifest = parseManifest(text);
  return {
    name: manifest.name ?? folder,
    folder,
    manifest: text,
    dependencies: names({ ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.peerDependencies }),
    devDependencies: names(manifest.devDependencies),
    exports: names(manifest.exports),
  };
}

function parseManifest(text: string): Manifest {
  return JSON.parse(text) as Manifest;
}

function names(map: Readonly<Record<string, unknown>> | undefined): ReadonlySet<string> {
  return new Set(Object.keys(map ?? {}));
}
