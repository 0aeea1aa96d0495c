import { Cache } from "./cache/cache.ts";
import { CommitContents } from "./discover/commit-contents.ts";
import { discoverCommit } from "./discover/discover-commit.ts";
import type { DiscoveredFile } from "./discover/discover.ts";
import { Extraction } from "./extract/extraction.ts";
import type { Pool } from "./extract/pool.ts";
import { FactStore } from "./facts/fact-store.ts";
import { Reading } from "./facts/reading.ts";
import { giveShared, takeShared } from "./facts/shared-facts.ts";
import { Progress } from "./progress.ts";
import type { ScanRequest, SharedFacts } from "./scan-request.ts";
import { extractSetup, setUp } from "./scan-setup.ts";

/** One part of a commit's files. */
export interface Shard {
  readonly index: number;
  /** How many parts there are. */
  readonly of: number;
}

export interface ShardRequest extends ScanRequest {
  readonly commit: string;
  readonly sharedFacts: SharedFacts;
}

/**
 * Reads and extracts one part of a commit's files, and hands the facts over: a scan of the commit finds them, wherever it is
 * made, and gives what it would have given alone. Of modules those are parsed with which linking begins; which others it needs is
 * known only there.
 */
export async function readShard(request: ShardRequest, { index, of }: Shard): Promise<void> {
  const { include = [], exclude = [], sharedFacts } = request;
  const signal = request.signal ?? new AbortController().signal;
  const setup = await setUp(request);
  const { extractors, linkers, hints, limits, threads, program } = setup;
  const discovery = await discoverCommit({ root: request.root, include, exclude, cacheFolder: request.cacheFolder, storeWillDo: false, signal }, request.commit);
  const files = partOf(discovery.files, index, of);
  const contents = new CommitContents(discovery.root, signal);
  const cache = new Cache(request.cacheFolder);
  const store = new FactStore(cache, program);
  let pool: Promise<Pool> | undefined;
  try {
    await takeShared(sharedFacts, files, { extractors, linkers, hints, limits, store });
    const startPool = (): Promise<Pool> => (pool ??= import("./extract/pool.ts").then((module) => new module.Pool(extractSetup(setup, contents.folder), threads, limits)));
    const reading = new Reading({ root: contents.folder, files, extractors, linkers, lost: 0, hints, known: undefined, store, limits, progress: new Progress(() => undefined), provide: (wanted) => contents.provide(wanted), startExtraction: (onEnd) => new Extraction(startPool, threads, signal, onEnd) });
    await reading.identify();
    const jobs = reading.plan();
    await Promise.all([reading.run(jobs.hinted, "hinted"), reading.run(jobs.other, "other")]);
    const starting = reading.states.filter((state) => state.hints.length > 0).map(({ file }) => file.path);
    for (const extractor of new Set(linkers.map(({ linker }) => linker.extractor))) await reading.demand(extractor, starting);
    signal.throwIfAborted();
    await giveShared(sharedFacts, store);
  } finally {
    await (await pool?.catch(() => undefined))?.close();
    cache.close();
    contents.close();
  }
}

/** Files of one content are in one part, so that none is extracted twice; the parts have about the same work. */
function partOf(files: readonly DiscoveredFile[], index: number, of: number): readonly DiscoveredFile[] {
  const sizes = Array.from({ length: of }, () => 0);
  const parts = new Map<string, number>();
  return files.toSorted((a, b) => b.size - a.size || (a.path < b.path ? -1 : 1)).filter((file) => {
    const content = file.id ?? file.path;
    let part = parts.get(content);
    if (part === undefined) {
      part = sizes.indexOf(Math.min(...sizes));
      sizes[part] = (sizes[part] ?? 0) + file.size + 2048;
      parts.set(content, part);
    }
    return part === index;
  });
}
