import type { Counts } from "../inventory/count-once.ts";

/** What this process remembers of one database, to ask for it less often. */
export interface Memory {
  /** Totals that were counted. */
  readonly counts: Counts;
  /** Words that many rows of a table have, and when they were read, by the clock of this process. */
  readonly commonWords: Map<string, { readonly readAt: number; readonly words: readonly string[] }>;
}

export function emptyMemory(): Memory {
  return { counts: new Map(), commonWords: new Map() };
}
