import { basename } from "node:path";
import type { Outcome } from "@muster/contract";
import { ScanTargetError } from "../scan-target-error.ts";
import { isInWorkTree, isRepositoryStore } from "./git-listing.ts";
import { git } from "./git-command.ts";
import { commitOf } from "./commit-of.ts";
import { inRoles, resolveRoot, type Discovery, type DiscoverRequest } from "./discover.ts";
import type { Inspected } from "./inspect.ts";
import { splitPaths } from "./listed-path.ts";
import { pathFilter } from "./path-filter.ts";

/**
 * Lists the files of a commit, below the folder where that lies deeper in its repository. Nothing is checked out: what
 * has to be read is taken out of git's objects, by their ids, which are the names of files on disk here (`raw`), so that
 * no name of the repository is ever one on this machine's disk.
 * @param reference What leads to a commit, or the whole id of one, which is then not looked up.
 */
export async function discoverCommit(request: DiscoverRequest, reference: string | { readonly id: string }): Promise<Discovery> {
  const root = resolveRoot(request.root);
  const name = typeof reference === "string" ? reference : reference.id;
  if (!isInWorkTree(root) && !isRepositoryStore(root)) throw new ScanTargetError(`${root} is in no git repository: there is no commit ${name} to scan.`);
  const commit = typeof reference === "string" ? await commitOf(root, reference, request.signal) : reference.id;
  const answer = await git(root, ["ls-tree", "-r", "-l", "-z", commit], request.signal);
  if (answer.status !== "done") throw new ScanTargetError(`The files of commit ${name} could not be listed: ${answer.status === "missing" ? "git is not installed" : answer.reason}.`);
  const lets = pathFilter(request.include, request.exclude);
  const found: Inspected[] = [];
  const outcomes: Outcome[] = [];
  for (const { path: line } of splitPaths(answer.stdout)) {
    // `100644 blob <id>    <size>\t<path>`
    const tab = line.indexOf("\t");
    const [mode = "", , id = "", size = ""] = line.slice(0, tab).split(/ +/u);
    const path = line.slice(tab + 1);
    if (!lets(path)) continue;
    if (mode.startsWith("100")) found.push({ path, raw: Buffer.from(id), size: Number(size), mtimeMs: 0, ctimeMs: 0, ino: 0, ...(id.length === 40 && { id }) });
    else outcomes.push({ stage: "discover", path, status: "skipped", reason: mode === "120000" ? "A symbolic link: links are not followed; what is in the tree is scanned at its own place." : "A git repository of its own (a submodule, or one that is nested): scan it by itself." });
  }
  if (found.length === 0) outcomes.push({ stage: "discover", status: "skipped", reason: `Commit ${name} holds no file to scan here, so nothing was analysed.` });
  return { root, name: basename(root), git: true, store: false, commit, lets, files: inRoles(found), outcomes };
}
