import type { Cache } from "../cache/cache.ts";
import type { Reading } from "../facts/reading.ts";
import type { Analysis } from "./analysis.ts";
import { holdsFor, keepModel, modelRecord, parseModel, type ModelRecord } from "./model-record.ts";

/** Linked and judged models by what they started from. */
export interface ModelMemory {
  /** An analysis, if all that it was linked from is as it was. */
  recall(key: string, reading: Reading): Promise<Analysis | undefined>;
  keep(key: string, analysis: Analysis, reading: Reading): void;
  /** What the last analysis that was looked at asked for first, whether it holds or not. */
  ahead(): readonly string[];
}

/** Models of earlier scans, in the cache. */
export function cachedModels(cache: Cache): ModelMemory {
  let ahead: readonly string[] = [];
  return {
    recall: async (key, reading) => {
      const record = parseModel(cache, key);
      ahead = record?.analysis.linked.ahead ?? [];
      return record !== undefined && (await holdsFor(record, reading)) ? record.analysis : undefined;
    },
    keep: (key, analysis, reading) => keepModel(cache, key, modelRecord(analysis, reading)),
    ahead: () => ahead,
  };
}

/** The same, and the last ones in memory: the next commit's model is most often the one before's. */
export class RecentModels implements ModelMemory {
  readonly #cache: Cache;
  #recent: readonly { readonly key: string; readonly record: ModelRecord }[] = [];

  constructor(cache: Cache) {
    this.#cache = cache;
  }

  async recall(key: string, reading: Reading): Promise<Analysis | undefined> {
    for (const { key: known, record } of this.#recent) if (known === key && (await holdsFor(record, reading))) return record.analysis;
    // What was linked in this very run is in memory; only what an earlier one left is worth parsing.
    if (this.#recent.some((one) => one.key === key)) return undefined;
    const record = parseModel(this.#cache, key);
    if (record === undefined) return undefined;
    this.#remember(key, record);
    return (await holdsFor(record, reading)) ? record.analysis : undefined;
  }

  keep(key: string, analysis: Analysis, reading: Reading): void {
    this.#remember(key, modelRecord(analysis, reading));
  }

  ahead(): readonly string[] {
    return this.#recent[0]?.record.analysis.linked.ahead ?? [];
  }

  /** Leaves the last model for later scans. */
  flush(): void {
    const [last] = this.#recent;
    if (last !== undefined) keepModel(this.#cache, last.key, last.record);
  }

  #remember(key: string, record: ModelRecord): void {
    this.#recent = [{ key, record }, ...this.#recent].slice(0, keptModels);
  }
}

/** Enough for a change that is taken back. */
const keptModels = 4;
