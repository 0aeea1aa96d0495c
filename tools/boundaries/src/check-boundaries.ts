import { readFileSync } from "node:fs";
import path from "node:path";

import { arrowsOf, mayImport, owners } from "./arrows.ts";
import { findImports, UnreadableModuleError } from "./find-imports.ts";
import { judgeImport } from "./judge-import.ts";
import type { Violation } from "./judge-import.ts";
import { readRepository, sourceFiles } from "./workspace.ts";
import type { Repository, Workspace } from "./workspace.ts";

export interface Boundaries {
  readonly packages: number;
  readonly imports: number;
  /** By file, then line. */
  readonly violations: readonly Violation[];
}

/** Holds every import and every declared dependency of a repository against the arrows, the exports maps and the owners. */
export function checkBoundaries(root: string): Boundaries {
  const repository = readRepository(root);
  const checked = repository.workspaces.map((workspace) => {
    const imports = sourceFiles(root, workspace).map((file) => checkFile(repository, workspace, file));
    return { imports: imports.reduce((sum, file) => sum + file.imports, 0), violations: [...checkManifest(repository, workspace), ...imports.flatMap((file) => file.violations)] };
  });
  return {
    packages: repository.workspaces.length,
    imports: checked.reduce((sum, workspace) => sum + workspace.imports, 0),
    violations: checked.flatMap((workspace) => workspace.violations),
  };
}

function checkFile(repository: Repository, workspace: Workspace, file: string): { readonly imports: number; readonly violations: readonly Violation[] } {
  try {
    const sites = findImports(file, readFileSync(path.join(repository.root, file), "utf8"));
    return { imports: sites.length, violations: sites.flatMap((site) => judgeImport(repository, workspace, file, site) ?? []) };
  } catch (error) {
    if (error instanceof UnreadableModuleError) return { imports: 0, violations: [{ file, line: 1, message: `cannot be read: ${error.message}` }] };
    throw error;
  }
}

/** A dependency that no import uses yet is an arrow all the same. */
function checkManifest(repository: Repository, workspace: Workspace): readonly Violation[] {
  const file = `${workspace.folder}/package.json`;
  const complain = (name: string, message: string): Violation => ({ file, line: lineOf(workspace.manifest, name), message });
  const judge = (name: string, development: boolean): readonly Violation[] => {
    const target = repository.workspaces.find((candidate) => candidate.name === name);
    if (target !== undefined && !mayImport(workspace.folder, target.folder, development)) return [complain(name, `"${name}" is against the arrows: ${arrowsOf(workspace.folder)}`)];
    const owner = owners[name];
    return owner !== undefined && owner !== workspace.folder ? [complain(name, `"${name}" belongs to ${owner}: use what that package exports`)] : [];
  };
  return [...[...workspace.dependencies].flatMap((name) => judge(name, false)), ...[...workspace.devDependencies].flatMap((name) => judge(name, true))];
}

function lineOf(manifest: string, name: string): number {
  const at = manifest.indexOf(JSON.stringify(name));
  return manifest.slice(0, Math.max(at, 0)).split("\n").length;
}
