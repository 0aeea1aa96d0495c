import type { FetchedRefs } from "@muster/store";
import { git } from "./read-git.ts";

/** Refs that are looked at: one repository with more does not crowd out all others. */
const mostRefs = 20_000;

/** The refs of a repository on this machine. `mainRef` is `HEAD` where its own is meant. */
export async function readRefs(folder: string, mainRef: string | undefined, signal: AbortSignal): Promise<{ readonly status: "read"; readonly refs: FetchedRefs } | { readonly status: "failed"; readonly reason: string }> {
  const format = "%(refname)%00%(objectname)%00%(*objectname)%00%(committerdate:unix)%00%(*committerdate:unix)";
  const answer = await git(folder, ["for-each-ref", `--count=${mostRefs}`, "--sort=-committerdate", `--format=${format}`, "refs/heads", "refs/tags"], signal);
  if (answer.status !== "done") return { status: "failed", reason: `The refs could not be read: ${answer.reason}.` };
  const found = answer.stdout.split("\n").filter((line) => line !== "").map((line) => {
    const [name = "", object = "", peeled = "", time = "", peeledTime = ""] = line.split("\0");
    return { name, commit: peeled === "" ? object : peeled, time: Number(peeled === "" ? time : peeledTime) };
  });
  const head = mainRef === "HEAD" ? await git(folder, ["symbolic-ref", "--quiet", "HEAD"], signal) : undefined;
  const main = head === undefined ? mainRef : head.status === "done" ? head.stdout.trim() : undefined;
  return {
    status: "read",
    refs: {
      ...(main !== undefined && { mainRef: main }),
      refs: found.map(({ name, commit }) => ({ name, commit })),
      commits: [...new Map(found.filter(({ time }) => time > 0).map(({ commit, time }) => [commit, { sha: commit, committedAt: new Date(time * 1000) }])).values()],
    },
  };
}
