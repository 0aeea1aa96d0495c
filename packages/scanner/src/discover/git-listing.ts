import { lstatSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Outcome } from "@muster/contract";
import { git } from "./git-command.ts";
import { splitPaths, type ListedPath } from "./listed-path.ts";

/** The files that git knows or would add, below the folder. */
export type GitListing =
  | { readonly status: "listed"; readonly paths: readonly ListedPath[]; readonly outcomes: readonly Outcome[] }
  | { readonly status: "failed"; readonly reason: string };

/** Whether a folder lies in a git work tree, judged by the `.git` beside or above it. */
export function isInWorkTree(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (lstatSync(join(at, ".git"), { throwIfNoEntry: false }) !== undefined) return true;
    if (dirname(at) === at) return false;
  }
}

/** Whether a folder is a git repository's own store: bare, or the `.git` of a work tree. */
export function isRepositoryStore(folder: string): boolean {
  return ["HEAD", "objects", "refs"].every((name) => lstatSync(join(folder, name), { throwIfNoEntry: false }) !== undefined);
}

export async function listWithGit(folder: string, signal: AbortSignal): Promise<GitListing> {
  const answer = await git(folder, ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], signal);
  if (answer.status === "missing") return { status: "failed", reason: "git is not installed" };
  if (answer.status === "failed") return answer;
  const outcomes: Outcome[] = [];
  for (const [, path = ""] of answer.stderr.matchAll(/could not open directory '(.*?)\/?': /g)) {
    outcomes.push({ stage: "discover", path, status: "failed", reason: "The folder could not be opened, and nothing in it was scanned. Give the scanning user read access, or exclude it." });
  }
  return { status: "listed", paths: splitPaths(answer.stdout), outcomes };
}
