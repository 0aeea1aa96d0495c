import { git } from "./read-git.ts";

/** Whether one commit leads to another; undefined where one of them is not there. */
export async function isAncestor(folder: string, before: string, after: string, signal: AbortSignal): Promise<boolean | undefined> {
  for (const commit of [before, after]) if ((await git(folder, ["cat-file", "-e", `${commit}^{commit}`], signal)).status !== "done") return undefined;
  return (await git(folder, ["merge-base", "--is-ancestor", before, after], signal)).status === "done";
}
