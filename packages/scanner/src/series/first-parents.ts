import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { LineCommit, LineDeviation } from "@muster/contract";
import { commitOf } from "../discover/commit-of.ts";
import { resolveRoot } from "../discover/discover.ts";
import { git } from "../discover/git-command.ts";
import { ScanTargetError } from "../scan-target-error.ts";
import { pseudonym } from "./pseudonym.ts";

export interface LineRequest {
  readonly root: string;
  /** A commit of the line, or what leads to one: the state that the others are compared with. Without it the line's first. */
  readonly from?: string;
  readonly to: string;
  /** Keys the hashes of authors' addresses: without it none is told. */
  readonly authorKey?: string;
  readonly signal: AbortSignal;
}

/** A branch's first-parent line between two of its states. */
export interface FirstParents {
  /** From `from`, the earliest, to `to`. */
  readonly commits: readonly LineCommit[];
  readonly deviations: readonly LineDeviation[];
  /** What lists the commits after the first. */
  readonly command: string;
}

/**
 * Lists the states that a branch had: what its first parents lead to, never what lies between two dates, since dates are
 * the authors' to choose. Replaced objects and grafts are not followed, and told. Throws `ScanTargetError` where the clone
 * is shallow, or where `from` is not on the line.
 */
export async function firstParents({ root: folder, from, to, authorKey, signal }: LineRequest): Promise<FirstParents> {
  const root = resolveRoot(folder);
  const shallow = await git(root, ["rev-parse", "--is-shallow-repository"], signal);
  if (shallow.status !== "done") throw new ScanTargetError(`${root} has no history to look at: ${shallow.status === "missing" ? "git is not installed" : shallow.reason}.`);
  if (shallow.stdout.toString("latin1").trim() === "true") throw new ScanTargetError(`${root} is a shallow clone: commits are missing, and a history with gaps proves nothing. git fetch --unshallow brings them.`);
  const end = await commitOf(root, to, signal);
  const start = from === undefined ? undefined : await commitOf(root, from, signal);
  const format = "--format=%H%x00%T%x00%P%x00%ct%x00%ae";
  const listed = await git(root, ["log", "-z", "--no-show-signature", "--no-mailmap", "--first-parent", "--topo-order", "--reverse", format, end, ...(start === undefined ? [] : [`^${start}`])], signal);
  if (listed.status !== "done") throw new ScanTargetError(`The commits of ${to} could not be listed: ${listed.status === "missing" ? "git is not installed" : listed.reason}.`);
  const after = commitsIn(listed.stdout, authorKey);
  const [first] = start === undefined ? [] : commitsIn(await about(root, start, format, signal), authorKey);
  const [next] = after;
  // What is not behind an end's first parents is of another branch, or of one that was rewritten since.
  if (first !== undefined && (next === undefined ? end !== first.commit : next.parents[0] !== first.commit)) throw new ScanTargetError(`${from} is not on the first-parent line of ${to}: the branch was rewritten since, or it is one of another branch. git log --first-parent ${to} lists the line.`);
  const commits = first === undefined ? after : [first, ...after];
  return { commits, deviations: [...clocks(commits), ...(await untrusted(root, signal))], command: `GIT_NO_REPLACE_OBJECTS=1 git log --first-parent --format=%H ${start === undefined ? end : `${start}..${end}`}` };
}

async function about(root: string, commit: string, format: string, signal: AbortSignal): Promise<Buffer> {
  const answer = await git(root, ["log", "-z", "--no-show-signature", "--no-mailmap", "-1", format, commit], signal);
  if (answer.status !== "done") throw new ScanTargetError(`The commit ${commit} cannot be read. Check the repository with git fsck.`);
  return answer.stdout;
}

const fields = 5;

function commitsIn(output: Buffer, authorKey: string | undefined): LineCommit[] {
  const parts = output.toString("utf8").split("\0");
  const commits: LineCommit[] = [];
  for (let at = 0; at + fields <= parts.length; at += fields) {
    const [commit = "", tree = "", parents = "", time = "", address = ""] = parts.slice(at, at + fields);
    commits.push({ commit, tree, parents: parents === "" ? [] : parents.split(" "), committedAt: new Date(Number(time) * 1000).toISOString(), ...(authorKey !== undefined && { author: pseudonym(address, authorKey) }) });
  }
  return commits;
}

/** Commits that say that they are older than their first parent. */
function clocks(commits: readonly LineCommit[]): LineDeviation[] {
  return commits.flatMap(({ commit, committedAt }, place): LineDeviation[] => {
    const before = commits[place - 1];
    return before === undefined || committedAt >= before.committedAt ? [] : [{ kind: "clock-back", commit, text: `It says that it was committed at ${committedAt}, before its first parent (${before.committedAt}): it is back-dated, or a clock was wrong. It counts where it stands.` }];
  });
}

async function untrusted(root: string, signal: AbortSignal): Promise<LineDeviation[]> {
  const replaced = await git(root, ["for-each-ref", "--count=1", "refs/replace/"], signal);
  const common = await git(root, ["rev-parse", "--git-common-dir"], signal);
  const folder = common.status === "done" ? common.stdout.toString("utf8").trim() : "";
  return [
    ...(replaced.status === "done" && replaced.stdout.length > 0 ? [{ kind: "replaced-objects" as const, text: "The clone replaces objects (refs/replace): they are not followed, and git log without GIT_NO_REPLACE_OBJECTS=1 shows another history." }] : []),
    ...(folder !== "" && existsSync(resolve(root, folder, "info/grafts")) ? [{ kind: "grafts" as const, text: "The clone grafts other parents onto commits (info/grafts): they are not followed, and git log shows another history." }] : []),
  ];
}
