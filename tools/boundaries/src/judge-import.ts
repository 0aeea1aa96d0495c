import { isBuiltin } from "node:module";
import path from "node:path";

import { arrowsOf, mayImport, owners } from "./arrows.ts";
import type { ImportSite } from "./find-imports.ts";
import type { Repository, Workspace } from "./workspace.ts";

/** An import that the house does not allow. */
export interface Violation {
  /** From the root, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** What is wrong with one import of one file, undefined where nothing is. */
export function judgeImport(repository: Repository, workspace: Workspace, file: string, site: ImportSite): Violation | undefined {
  const message = site.specifier.startsWith(".") ? judgeRelative(workspace, file, site.specifier) : judgePackage(repository, workspace, file, site);
  return message === undefined ? undefined : { file, line: site.line, message };
}

function judgeRelative(workspace: Workspace, file: string, specifier: string): string | undefined {
  const target = path.posix.join(path.posix.dirname(file), specifier);
  if (target.startsWith(`${workspace.folder}/`)) return undefined;
  return `"${specifier}" leaves ${workspace.folder}: import the other package by its name`;
}

function judgePackage(repository: Repository, workspace: Workspace, file: string, site: ImportSite): string | undefined {
  if (isBuiltin(site.specifier) || site.specifier.startsWith("data:")) return undefined;
  const { name, subpath } = splitSpecifier(site.specifier);
  const inTest = isTest(file);
  const target = repository.workspaces.find((candidate) => candidate.name === name);
  if (target !== undefined && target !== workspace) {
    if (!mayImport(workspace.folder, target.folder, inTest)) return `"${site.specifier}" is against the arrows: ${arrowsOf(workspace.folder)}`;
    if (!target.exports.has(subpath)) return `"${site.specifier}" goes past the exports map of ${target.name}, which has ${[...target.exports].join(", ") || "nothing"}`;
  }
  const owner = owners[name];
  if (owner !== undefined && owner !== workspace.folder) return `"${name}" belongs to ${owner}: use what that package exports`;
  if (target !== workspace && !isDeclared(repository, workspace, name, inTest || site.typeOnly)) return `"${name}" is not among the dependencies of ${workspace.folder}/package.json`;
  return undefined;
}

/** Development packages serve tests, types and tools, which are never installed for a scan. */
function isDeclared(repository: Repository, workspace: Workspace, name: string, development: boolean): boolean {
  if (workspace.dependencies.has(name)) return true;
  const types = `@types/${name.replace(/^@(.*)\/(.*)$/u, "$1__$2")}`;
  if (!development && !workspace.folder.startsWith("tools/")) return false;
  return [workspace.dependencies, workspace.devDependencies, repository.devDependencies].some((declared) => declared.has(name) || declared.has(types));
}

function isTest(file: string): boolean {
  return /\.test\.[cm]?[jt]s$/u.test(file) || file.split("/").some((part) => part === "test" || part === "test-support");
}

/** `@a/b/c/d` is `./c/d` of `@a/b`. */
function splitSpecifier(specifier: string): { readonly name: string; readonly subpath: string } {
  const parts = specifier.split("/");
  const length = specifier.startsWith("@") ? 2 : 1;
  const rest = parts.slice(length).join("/");
  return { name: parts.slice(0, length).join("/"), subpath: rest === "" ? "." : `./${rest}` };
}
