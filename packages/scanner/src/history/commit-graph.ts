import { gitStream, type StreamEnd } from "./git-stream.ts";
import { IdTable } from "./id-table.ts";

/** Commits by number; parents come before their children. */
export interface CommitGraph {
  readonly ids: IdTable;
  /** Numbers of the parents that are there. */
  readonly parents: readonly (readonly number[])[];
  /** Seconds since 1970, as the author's clock said. */
  readonly authored: readonly number[];
  /** Commits from this number on are reached by no ref. */
  unreachableFrom: number;
}

export function emptyGraph(width: number): CommitGraph {
  return { ids: new IdTable(width), parents: [], authored: [], unreachableFrom: 0 };
}

/** Adds the commits that revisions reach and that are not there yet. `given` are ids, and come before the other revisions. */
export async function readCommits(folder: string, graph: CommitGraph, revisions: readonly string[], signal: AbortSignal, given?: readonly string[]): Promise<StreamEnd> {
  const { ids } = graph;
  const hexWidth = ids.width * 2;
  // Grown here alone; everyone else reads.
  const parents = graph.parents as number[][];
  const authored = graph.authored as number[];
  const take = (lines: Buffer): void => {
    for (let at = 0; at < lines.length; ) {
      const end = lines.indexOf(0x0a, at);
      // `commit <id>` stands before each line of the format.
      if (lines[at] !== 0x63 || lines[at + 1] !== 0x6f) {
        const number = ids.add(lines, at);
        if (number === parents.length) {
          const [time = "", ...rest] = lines.toString("latin1", at + hexWidth + 1, end).split(" ");
          parents.push(rest.filter((hex) => hex !== "").map((hex) => ids.findHex(hex)).filter((parent) => parent !== -1));
          authored.push(Number(time));
        }
      }
      at = end + 1;
    }
  };
  return gitStream(folder, ["rev-list", "--topo-order", "--reverse", "--format=%H %at %P", ...(given === undefined ? [] : ["--stdin"]), ...revisions], 0x0a, take, signal, given?.map((id) => `${id}\n`));
}

/** When commits came to the repository, as far as its graph can tell: times are what their authors say. */
export interface PushOrder {
  /** From 1 on, in the order in which the main line took commits in; then those that it never took. No commit comes before its ancestors. */
  readonly order: Int32Array;
  /** The commit of the main line that brought a commit in: itself, or a merge. -1 where none did. */
  readonly landed: Int32Array;
}

/** `head`: the number of the commit whose first parents are the main line; -1 where there is none. */
export function pushOrder({ parents }: CommitGraph, head: number): PushOrder {
  const order = new Int32Array(parents.length);
  const landed = new Int32Array(parents.length).fill(-1);
  const line: number[] = [];
  for (let at = head; at !== -1; at = parents[at]?.[0] ?? -1) line.push(at);
  let next = 1;
  for (const merge of line.reverse()) {
    const brought: number[] = [];
    const open = [merge];
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (landed[at] !== -1) continue;
      landed[at] = merge;
      brought.push(at);
      open.push(...(parents[at] ?? []));
    }
    // Numbers of commits are a topological order.
    for (const commit of brought.sort((a, b) => a - b)) order[commit] = next++;
  }
  for (let commit = 0; commit < parents.length; commit++) if (order[commit] === 0) order[commit] = next++;
  return { order, landed };
}
