/** A commit, and when it came. `authored` is what its author's clock said, which may be anything; `order` is not. */
export interface HistoryCommit {
  readonly id: string;
  /** ISO 8601, UTC. */
  readonly authored: string;
  /** From 1 on: the order in which the main line took commits in, then all others. No commit comes before its ancestors. */
  readonly order: number;
  /** The commit of the main line that brought it in: a merge, or itself. Absent where the checked-out commit does not hold it. */
  readonly landed?: string;
}

/** Where commits held what a finding speaks of, at one path. */
export interface HistoryPlace {
  /** Where no commit held it (a content that no tree names), `(no path)`. */
  readonly path: string;
  /** In the content that held it last. */
  readonly line: number;
  /** Id of that content. */
  readonly blob: string;
  /** How often that content holds it. */
  readonly count: number;
  /** The identity of a finding of it at this path, in a tree. */
  readonly identity: string;
  readonly inTree: boolean;
  readonly first?: HistoryCommit;
  readonly last?: HistoryCommit;
}

/** Which commits held what a finding speaks of. */
export interface FindingHistory {
  /** Absent where no commit held it. */
  readonly first?: HistoryCommit;
  /** The last that held it, in the same order. */
  readonly last?: HistoryCommit;
  /** Whether the checked-out commit holds it. */
  readonly inTree: boolean;
  /** Whether the history alone tells of it: no finding of the tree does. */
  readonly alone: boolean;
  /** How many refs point to a commit that holds it, and the first of them by name. */
  readonly refs: { readonly count: number; readonly names: readonly string[] };
  /** Sorted by path. */
  readonly places: readonly HistoryPlace[];
}

/** What of the history was looked at. */
export interface HistoryCoverage {
  readonly commits: number;
  /** Of those, which no ref reaches; only where they were asked for. */
  readonly unreachable?: number;
  readonly refs: number;
  /** Different contents that the commits hold. */
  readonly contents: number;
  /** Contents that were looked at, now or earlier. */
  readonly analysed: number;
  /** Contents that are not in this clone. */
  readonly missing: number;
  /** Contents that were too large or could not be read. */
  readonly failed: number;
  /** Contents that stand for a file that Git LFS keeps elsewhere. */
  readonly pointers: number;
  /** Whether commits are cut off below some depth. */
  readonly shallow: boolean;
}
