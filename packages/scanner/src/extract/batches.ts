import type { ExtractJob } from "./extraction.ts";

const mostFiles = 200;
const mostBytes = 512 * 1024;
const leastBytes = 64 * 1024;
/** Small files cost a thread as much as this many bytes. */
const perFile = 2_048;

/** Splits jobs into batches of about the same work: large files first and alone, so that none is left for the end. */
export function batchesOf(jobs: readonly ExtractJob[], threads: number): ExtractJob[][] {
  const total = jobs.reduce((sum, { file }) => sum + file.size + perFile, 0);
  const target = Math.max(leastBytes, Math.min(mostBytes, total / (threads * 4)));
  const large = jobs.filter(({ file }) => file.size >= target).sort((a, b) => b.file.size - a.file.size);
  const batches = large.map((job) => [job]);
  let batch: ExtractJob[] = [];
  let bytes = 0;
  for (const job of jobs) {
    if (job.file.size >= target) continue;
    batch.push(job);
    bytes += job.file.size + perFile;
    if (bytes < target && batch.length < mostFiles) continue;
    batches.push(batch);
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
