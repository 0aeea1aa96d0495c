import { setUp } from "../scan-setup.ts";
import type { ScanRequest } from "../scan-request.ts";
import type { Digester, DigestMemory, KeptDigest } from "./digest-memory.ts";
import { Lane, type CommitScan } from "./lane.ts";
import { Series } from "./series.ts";

/** One commit of a digested series. */
export interface CommitDigest<T> {
  readonly commit: string;
  /** The same object for commits that come to the same. */
  readonly digest: T;
}

type SeriesRequest = Omit<ScanRequest, "commit" | "history" | "baseline">;

/**
 * Scans commits of one repository one after the other, each as `scan` would, with what it takes to do so shared: plugins
 * are loaded once, no content is read twice, what did not change since the commit before is not looked at, and
 * a commit that touches nothing that its analysis would rest on takes over the analysis. Nothing is checked out.
 */
export async function* scanCommits(request: SeriesRequest, commits: Iterable<string>): AsyncGenerator<CommitScan, void, void> {
  const series = new Series(request, await setUp(request), request.signal ?? new AbortController().signal);
  const lane = new Lane(series);
  try {
    for (const commit of commits) yield await lane.scan(commit);
  } finally {
    await lane.close();
    await series.close();
  }
}

/**
 * The same for what is made of each result, in the order of the commits; one of which it is kept is not scanned again. What
 * is left is scanned in stretches side by side, one for each thread that may be had.
 */
export async function* digestCommits<T>(request: SeriesRequest, commits: Iterable<string>, digester: Digester<T>): AsyncGenerator<CommitDigest<T>, void, void> {
  const stop = new AbortController();
  const signal = request.signal === undefined ? stop.signal : AbortSignal.any([request.signal, stop.signal]);
  const series = new Series(request, await setUp(request), signal);
  const digests = series.digests(digester);
  const line = [...commits];
  const open = [...new Set(line)].filter((commit) => !digests.knows(commit));
  const lanes = stretches(open, request.cacheFolder === undefined ? 1 : series.setup.threads);
  const made = new Map(open.map((commit) => [commit, Promise.withResolvers<KeptDigest>()]));
  // Each is awaited in its turn; one that fails while another is waited for is no surprise.
  for (const { promise } of made.values()) promise.catch(() => undefined);
  const work = lanes.map((stretch, place) => runLane(series, stretch, digests, made, place === 0 ? undefined : made.get(lanes[0]?.[0] ?? "")?.promise));
  try {
    for (const commit of line) {
      const kept = await made.get(commit)?.promise;
      yield { commit, digest: digests.read(commit, kept) };
    }
  } finally {
    stop.abort();
    await Promise.all(work);
    await series.close();
  }
}

/** Scans a stretch of the line, and settles what waits for each of its commits. Never rejects. */
async function runLane<T>(series: Series, stretch: readonly string[], digests: DigestMemory<T>, made: ReadonlyMap<string, PromiseWithResolvers<KeptDigest>>, first: Promise<unknown> | undefined): Promise<void> {
  const lane = new Lane(series);
  try {
    // Nearly all that the first commit holds the others hold too: it is read once.
    await first;
    for (const commit of stretch) made.get(commit)?.resolve(digests.keep(commit, (await lane.scan(commit)).result()));
  } catch (error) {
    for (const commit of stretch) made.get(commit)?.reject(error);
  } finally {
    await lane.close();
  }
}

/** With fewer commits than this a stretch is not worth a thread of its own: its first commit costs more than those that follow. */
const leastStretch = 40;
/** Each stretch holds a linked model and a thread in memory. */
const mostStretches = 4;

/** Commits in stretches of about the same length, neighbours together. */
function stretches(commits: readonly string[], threads: number): readonly (readonly string[])[] {
  const count = Math.max(1, Math.min(threads, mostStretches, Math.floor(commits.length / leastStretch)));
  const length = Math.ceil(commits.length / count);
  return Array.from({ length: count }, (_, place) => commits.slice(place * length, (place + 1) * length));
}
