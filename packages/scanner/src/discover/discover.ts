import { existsSync, realpathSync, statSync, type Stats } from "node:fs";
import { basename, relative, resolve, sep } from "node:path";
import { setImmediate } from "node:timers/promises";
import { compareText, type FileRole, type Outcome } from "@muster/contract";
import { ScanTargetError } from "../scan-target-error.ts";
import { isInWorkTree, isRepositoryStore, listWithGit } from "./git-listing.ts";
import { inspector, type Inspected } from "./inspect.ts";
import type { ListedPath } from "./listed-path.ts";
import { pathFilter } from "./path-filter.ts";
import { roleOf } from "./role-of.ts";
import { walk } from "./walk.ts";

/** A file that discovery lists: what plugins see of it, and what tells whether it changed. */
export interface DiscoveredFile extends Inspected {
  readonly role: FileRole;
}

export interface Discovery {
  /** Absolute, without symbolic links. */
  readonly root: string;
  /** The folder's own name. */
  readonly name: string;
  /** True where git listed the files: then there may be a commit to compare them with. */
  readonly git: boolean;
  /** The commit that is scanned in place of what lies in the folder. */
  readonly commit?: string;
  /** True for a repository without a work tree. */
  readonly store: boolean;
  /** Whether the request's patterns let a path in. */
  readonly lets: (path: string) => boolean;
  /** Sorted by path. */
  readonly files: readonly DiscoveredFile[];
  /** What was listed and is not scanned, and what discovery could not see. */
  readonly outcomes: readonly Outcome[];
}

export interface DiscoverRequest {
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Not scanned where it lies in the tree: it changes with every scan. */
  readonly cacheFolder: string | undefined;
  /** Whether a repository without a work tree will do: its history is looked at. */
  readonly storeWillDo: boolean;
  readonly signal: AbortSignal;
}

/** Files between two pauses in which the host can hear of an abort. */
const pauseEvery = 4_000;

/** Lists the files of a tree: from git where it lies in a work tree, else by a walk. Opens none of them. */
export async function discover(request: DiscoverRequest): Promise<Discovery> {
  const root = resolveRoot(request.root);
  const outcomes: Outcome[] = [];
  const listing = await list(root, outcomes, request.storeWillDo, request.signal);
  const patterns = pathFilter(request.include, request.exclude);
  const cache = pathWithin(root, request.cacheFolder);
  const lets = (path: string): boolean => patterns(path) && (cache === undefined || !path.startsWith(cache));
  const inspect = inspector(root, !listing.git);
  const seen = new Set<string>();
  const found: Inspected[] = [];
  for (const [index, listed] of listing.paths.entries()) {
    if (index % pauseEvery === 0) await setImmediate(undefined, { signal: request.signal });
    if (seen.has(listed.path) || !lets(listed.path)) continue;
    seen.add(listed.path);
    const inspection = inspect(listed);
    if (inspection.status === "left-out") outcomes.push(inspection.outcome);
    if (inspection.status === "file") found.push(inspection.file);
  }
  if (found.length === 0 && listing.store === undefined) outcomes.push({ stage: "discover", status: "skipped", reason: nothingFound(request) });
  return { root, name: basename(root), git: listing.git, store: listing.store === true, lets, files: inRoles(found), outcomes };
}

/** Files in the order of their paths, each with what it is in its repository. */
export function inRoles(found: readonly Inspected[]): readonly DiscoveredFile[] {
  const packages = new Set(found.filter(({ path }) => path.endsWith("/__init__.py")).map(({ path }) => path.slice(0, -"/__init__.py".length)));
  const isPackage = (folder: string): boolean => packages.has(folder);
  return found.map((file) => ({ ...file, role: roleOf(file.path, isPackage) })).sort((a, b) => compareText(a.path, b.path));
}

interface Listing {
  readonly git: boolean;
  readonly store?: true;
  readonly paths: readonly ListedPath[];
}

async function list(root: string, outcomes: Outcome[], storeWillDo: boolean, signal: AbortSignal): Promise<Listing> {
  if (isInWorkTree(root)) {
    const listing = await listWithGit(root, signal);
    if (listing.status === "listed" && listing.paths.length > 0) {
      outcomes.push(...listing.outcomes);
      return { git: true, paths: listing.paths };
    }
    const walked = await walk(root, signal);
    if (listing.status === "failed" || walked.paths.length > 0) {
      const why = listing.status === "failed" ? `git could not list the files (${listing.reason})` : "git ignores this whole folder";
      outcomes.push({ stage: "discover", status: "partial", reason: `${why}: the folder was walked instead, honouring .gitignore files, and nothing is said of its commit.` });
    }
    outcomes.push(...walked.outcomes);
    return { git: false, paths: walked.paths };
  }
  if (isRepositoryStore(root) && storeWillDo) {
    outcomes.push({ stage: "discover", status: "skipped", reason: "A repository without a work tree: its history alone was looked at." });
    return { git: false, store: true, paths: [] };
  }
  if (isRepositoryStore(root)) throw new ScanTargetError(`${root} is a git repository without a work tree. Check it out first (git clone ${root} <folder>), then scan that folder.`);
  const walked = await walk(root, signal);
  outcomes.push(...walked.outcomes);
  return { git: false, paths: walked.paths };
}

export function resolveRoot(given: string): string {
  let root: string;
  let found: Stats;
  try {
    root = realpathSync(given);
    found = statSync(root);
  } catch (cause) {
    const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") throw new ScanTargetError(`There is no folder ${given}. Check the path.`, { cause });
    throw new ScanTargetError(`${given} could not be opened (${code}). Give the scanning user access to it.`, { cause });
  }
  if (!found.isDirectory()) throw new ScanTargetError(`${given} is not a folder. Name the folder that holds it.`);
  return root;
}

/** A folder's path relative to the root, with `/` at the end; undefined where it lies elsewhere. */
function pathWithin(root: string, folder: string | undefined): string | undefined {
  if (folder === undefined) return undefined;
  const path = relative(root, existsSync(folder) ? realpathSync(folder) : resolve(folder));
  return path === "" || path.startsWith("..") || resolve(path) === path ? undefined : `${path.replaceAll(sep, "/")}/`;
}

function nothingFound({ include, exclude }: DiscoverRequest): string {
  return include.length + exclude.length === 0 ? "The folder holds no file to scan, so nothing was analysed. Check the path." : "The patterns to include and exclude leave no file to scan, so nothing was analysed. Check them.";
}
