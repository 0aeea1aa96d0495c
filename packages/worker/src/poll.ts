import { asTenant, claimDuePolls, repositoryById, requestScan, scanOfReference, type Database, type DuePoll, type ScanQueue } from "@muster/store";
import { lookAt, type MirrorSettings } from "./mirror/mirror.ts";

/** What came of one look at a repository, for the log. */
export interface PollEnd extends DuePoll {
  readonly outcome: "queued" | "known" | "failed";
  readonly reason?: string;
}

/** Repositories that one round looks at: the next round has the others. */
const atOnce = 4;

/**
 * Looks at repositories that are due, and queues the commits of their main branches that were never asked for. One that
 * cannot be looked at is looked at again when it is due again.
 */
export async function pollDue(database: Database, queue: ScanQueue, settings: MirrorSettings, signal: AbortSignal): Promise<readonly PollEnd[]> {
  const due = await claimDuePolls(database, atOnce);
  return Promise.all(due.map((one) => poll(database, queue, one, settings, signal)));
}

async function poll(database: Database, queue: ScanQueue, due: DuePoll, settings: MirrorSettings, signal: AbortSignal): Promise<PollEnd> {
  const tenancy = { tenant: due.tenant };
  const repository = await asTenant(database, tenancy, (rows) => repositoryById(rows, due.repository));
  if (repository === undefined) return { ...due, outcome: "known" };
  const seen = await lookAt(repository, settings, signal);
  if (seen.status !== "seen") return { ...due, outcome: "failed", reason: seen.reason };
  return asTenant(database, tenancy, async (rows): Promise<PollEnd> => {
    // A commit whose scan failed is not asked for at every look: people ask again.
    if ((await scanOfReference(rows, repository.id, seen.commit)) !== undefined) return { ...due, outcome: "known" };
    const { status, scan } = await requestScan(rows, { repository: repository.id, reference: seen.commit, priority: "batch" });
    if (status === "known") return { ...due, outcome: "known" };
    await queue.add(rows, scan);
    return { ...due, outcome: "queued" };
  });
}
