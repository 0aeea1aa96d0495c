import { gitStream } from "./git-stream.ts";
import type { CommitGraph } from "./commit-graph.ts";

/** One path that a commit changed. Ids are where they stand in `text`, in hexadecimal. */
export interface TreeChange {
  readonly commit: number;
  readonly text: Buffer;
  readonly oldAt: number;
  readonly newAt: number;
  readonly oldMode: number;
  readonly newMode: number;
  /** Bytes of the path; valid during the call. */
  readonly path: Buffer;
}

export const modes = { none: 0, submodule: 0o160000 } as const;

export interface ChangesEnd {
  /** Commits whose trees could not be compared, and why. */
  readonly failed: readonly number[];
  readonly reason: string;
}

/** Commits on which git may break before the rest is given up. */
const patience = 20;

/**
 * What each commit changed against its first parent, merges included: whatever a merge brings is in that, whichever
 * side it comes from, and a content that only the other parent has is that parent's own change. Nothing is asked of
 * contents, only of trees. `relative`: limited to the folder, with its paths.
 */
export async function eachChange(folder: string, graph: CommitGraph, commits: readonly number[], relative: boolean, visit: (change: TreeChange) => void, signal: AbortSignal): Promise<ChangesEnd> {
  const failed: number[] = [];
  let reason = "";
  let done = 0;
  while (done < commits.length) {
    const from = done;
    const reader = changeReader(graph, commits, from, visit, (at) => (done = at + 1));
    const end = await gitStream(folder, ["diff-tree", "--stdin", "-r", "-m", "--root", "--raw", "-z", "--no-renames", "--no-abbrev", "--always", ...(relative ? ["--relative"] : ["--no-relative"])], 0, reader, signal, requests(graph, commits, from));
    if (end.status === "done") break;
    reason = end.reason;
    // It answers in order, and a commit's answer comes in one: what it broke on is the one after the last.
    if (done < commits.length) failed.push(commits[done] ?? -1);
    done++;
    if (failed.length < patience) continue;
    failed.push(...commits.slice(done));
    break;
  }
  return { failed, reason };
}

function* requests({ ids, parents }: CommitGraph, commits: readonly number[], from: number): Generator<string> {
  const lines: string[] = [];
  for (let at = from; at < commits.length; at++) {
    const commit = commits[at] ?? -1;
    const parent = parents[commit]?.[0];
    lines.push(parent === undefined ? `${ids.hex(commit)}\n` : `${ids.hex(commit)} ${ids.hex(parent)}\n`);
    if (lines.length === 500) yield lines.splice(0).join("");
  }
  yield lines.join("");
}

/** Reads `<commit> NUL` and then, for each path, `:<modes> <ids> <letter> NUL <path> NUL`. */
function changeReader({ ids }: CommitGraph, commits: readonly number[], from: number, visit: (change: TreeChange) => void, began: (at: number) => void): (records: Buffer) => void {
  const hexWidth = ids.width * 2;
  let at = from - 1;
  let commit = -1;
  let meta: Buffer | undefined;
  return (text) => {
    for (let start = 0; start < text.length; ) {
      const end = text.indexOf(0, start);
      if (meta !== undefined) {
        // A record and its path may come in two pieces.
        const oldMode = Number.parseInt(meta.toString("latin1", 1, 7), 8);
        const newMode = Number.parseInt(meta.toString("latin1", 8, 14), 8);
        visit({ commit, text: meta, oldAt: 15, newAt: 16 + hexWidth, oldMode, newMode, path: text.subarray(start, end) });
        meta = undefined;
      } else if (text[start] === 0x3a) meta = text.subarray(start, end);
      else {
        at++;
        commit = commits[at] ?? -1;
        if (ids.find(text, start) !== commit) throw new Error("git compared another commit than it was asked for.");
        began(at);
      }
      start = end + 1;
    }
  };
}
