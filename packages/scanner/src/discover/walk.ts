import { lstatSync, readdirSync, readFileSync, type Dirent } from "node:fs";
import { setImmediate } from "node:timers/promises";
import type { Outcome } from "@muster/contract";
import { ignoreLines, ignoreRules, type IgnoreAnswer } from "./ignore-rules.ts";
import { diskPath, listedPath, type ListedPath } from "./listed-path.ts";

/** What a walk found, where git could not be asked. */
export interface Walk {
  readonly paths: readonly ListedPath[];
  readonly outcomes: readonly Outcome[];
}

interface IgnoreFile {
  /** Folder of the `.gitignore`, with its `/`; empty for the root. */
  readonly base: string;
  readonly says: (path: string, isFolder: boolean) => IgnoreAnswer;
}

const repositoryFolders = new Set([".git", ".hg", ".svn", ".jj"]);
const maxIgnoreBytes = 1024 * 1024;
/** A folder this deep is a loop or an attack, not a codebase. */
const maxDepth = 200;

/** Folders between two pauses in which the host can hear of an abort. */
const pauseEvery = 200;

/** Walks a folder, honouring each folder's `.gitignore` as git does. Symbolic links are listed and never followed. */
export async function walk(root: string, signal: AbortSignal): Promise<Walk> {
  const paths: ListedPath[] = [];
  const outcomes: Outcome[] = [];
  let folders = 0;

  async function visit(folder: ListedPath, depth: number, inherited: readonly IgnoreFile[]): Promise<void> {
    if (++folders % pauseEvery === 0) await setImmediate(undefined, { signal });
    const prefix = folder.path === "" ? "" : `${folder.path}/`;
    if (depth > maxDepth) {
      outcomes.push({ stage: "discover", path: folder.path, status: "failed", reason: `Folders are nested more than ${maxDepth} deep here; what lies below was not scanned.` });
      return;
    }
    let entries: Dirent[];
    try {
      entries = readdirSync(diskPath(root, folder), { withFileTypes: true });
    } catch (error) {
      outcomes.push({ stage: "discover", path: folder.path || ".", status: "failed", reason: `The folder could not be opened (${codeOf(error)}), and nothing in it was scanned. Give the scanning user read access, or exclude it.` });
      return;
    }
    const installed = installedPackages(folder.path, entries);
    if (installed !== undefined && folder.path !== "") {
      outcomes.push({ stage: "discover", path: folder.path, status: "skipped", reason: installed });
      return;
    }
    const own = entries.some((entry) => entry.name === ".gitignore" && entry.isFile()) ? readIgnoreFile(root, prefix, folder) : undefined;
    const ignoreFiles = own === undefined ? inherited : [own, ...inherited];
    for (const [index, entry] of entries.entries()) {
      if (repositoryFolders.has(entry.name)) continue;
      const listed = entry.name.includes("\uFFFD") || folder.raw !== undefined ? rawEntry(root, folder, index, prefix, entry.name) : { path: prefix + entry.name };
      if (isIgnored(listed.path, entry.isDirectory(), ignoreFiles)) continue;
      if (entry.isDirectory()) await visit(listed, depth + 1, ignoreFiles);
      else paths.push(listed);
    }
  }

  await visit({ path: "" }, 0, []);
  return { paths, outcomes };
}

function installedPackages(path: string, entries: readonly Dirent[]): string | undefined {
  if (entries.some((entry) => entry.name === "pyvenv.cfg")) return "A virtual environment: installed packages are not part of the codebase.";
  if (path === "node_modules" || path.endsWith("/node_modules")) return "Installed packages are not part of the codebase.";
  return undefined;
}

/** The innermost `.gitignore` that says anything of a path decides. */
function isIgnored(path: string, isFolder: boolean, ignoreFiles: readonly IgnoreFile[]): boolean {
  for (const { base, says } of ignoreFiles) {
    const answer = says(path.slice(base.length), isFolder);
    if (answer !== "nothing") return answer === "ignored";
  }
  return false;
}

function readIgnoreFile(root: string, prefix: string, folder: ListedPath): IgnoreFile | undefined {
  try {
    const file = folder.raw === undefined ? `${root}/${prefix}.gitignore` : Buffer.concat([Buffer.from(`${root}/`), folder.raw, Buffer.from("/.gitignore")]);
    if (lstatSync(file).size > maxIgnoreBytes) return undefined;
    return { base: prefix, says: ignoreRules(ignoreLines(readFileSync(file, "utf8"))) };
  } catch {
    // Unreadable or gone since: the folder is walked whole, which shows more, never less.
    return undefined;
  }
}

/** Reads the folder's names as bytes, for names that are not UTF-8. Both readings have the same order. */
function rawEntry(root: string, folder: ListedPath, index: number, prefix: string, name: string): ListedPath {
  const names = readdirSync(diskPath(root, folder), { encoding: "buffer" });
  const raw = names[index];
  if (raw === undefined || raw.toString("utf8") !== name) return { path: prefix + name };
  const parent = folder.raw ?? Buffer.from(folder.path);
  return listedPath(folder.path === "" ? raw : Buffer.concat([parent, Buffer.from("/"), raw]));
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : String(error);
}
