import { git } from "./git-command.ts";
import { splitPaths } from "./listed-path.ts";

/** The checked-out commit, and whether what was scanned differs from it. */
export interface GitState {
  readonly commit: string;
  readonly dirty?: boolean;
}

/** The commit of a folder's work tree; undefined before the first one. */
export async function headOf(root: string, signal: AbortSignal): Promise<string | undefined> {
  const answer = await git(root, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], signal);
  if (answer.status !== "done") return undefined;
  const commit = answer.stdout.toString("latin1").trim();
  return /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit) ? commit : undefined;
}

/**
 * Whether the scanned files differ from a commit's: by the content ids that the scan took anyway, since `git status`
 * would run the repository's own filters. Where such filters apply (line ends, large-file storage), what lies on disk
 * does differ from the commit, and this says so. Undefined where it cannot be told (SHA-256 repositories).
 *
 * `idOf` gives undefined for a path that was not scanned; `concerns` says whether a path of the commit should have been.
 */
export async function isDirty(root: string, commit: string, scanned: number, idOf: (path: string) => string | undefined, concerns: (path: string) => boolean, signal: AbortSignal): Promise<boolean | undefined> {
  if (commit.length !== 40) return undefined;
  const answer = await git(root, ["ls-tree", "-r", "-z", commit], signal);
  if (answer.status !== "done") return undefined;
  let same = 0;
  for (const { path: line } of splitPaths(answer.stdout)) {
    // `100644 blob <id>\t<path>`; links and submodules are not scanned.
    if (!line.startsWith("100")) continue;
    const path = line.slice(line.indexOf("\t") + 1);
    const id = idOf(path);
    if (id === undefined) {
      if (concerns(path)) return true;
    } else if (id === line.slice(12, 52)) same++;
    else return true;
  }
  return same !== scanned;
}
