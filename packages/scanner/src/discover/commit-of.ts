import { ScanTargetError } from "../scan-target-error.ts";
import { git } from "./git-command.ts";

/** The id of the commit that a reference leads to. Throws `ScanTargetError` where there is none. */
export async function commitOf(root: string, reference: string, signal: AbortSignal): Promise<string> {
  const answer = await git(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${reference}^{commit}`], signal);
  if (answer.status === "missing") throw new ScanTargetError("git is not installed: only the files of a folder can be scanned.");
  const commit = answer.status === "done" ? answer.stdout.toString("latin1").trim() : "";
  if (!/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(commit)) throw new ScanTargetError(`There is no commit ${reference} in ${root}: name a commit, a tag or a branch. Commits are not looked up by date, which is their authors' to choose. A shallow clone has the newest commits alone: git fetch --unshallow brings the others.`);
  return commit;
}
