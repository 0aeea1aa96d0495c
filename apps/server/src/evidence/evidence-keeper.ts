import type { ScanResult } from "@muster/contract";
import { commitState, runCanary, heartbeatStatement, heartbeatType, refUpdateStatement, refUpdateType, scanRunStatement, scanRunType, sha256Of, stateDigester, type LedgerReader, type Statement } from "@muster/evidence";
import { firstParents } from "@muster/scanner";
import { asTenant, evidenceWork, keepRefs, lastMove, lastPlace, noteRefMove, openMoves, openScans, placeMove, placeScan, readResult, refsOf, repositoryById, type Database, type OpenMove, type OpenScan, type Repository, type TenantRows } from "@muster/store";
import { fetchCommit, isAncestor, type MirrorSettings, type ScanSettings } from "@muster/worker";
import type { Log } from "../log.ts";
import { statementAt, type LedgerBooks, type UnsignedRecord } from "./ledger-books.ts";

/** Records that one append takes. */
const batch = 100;
const dayMs = 86_400_000;
/** Milliseconds in which a look at a repository, begun before a push, may come to its end after it. */
const graceMs = 60_000;

export interface KeeperParts {
  readonly database: Database;
  readonly books: LedgerBooks;
  readonly mirrors: MirrorSettings;
  /** What scans are made with. */
  readonly scans: ScanSettings;
  readonly log: Log;
  readonly now?: () => Date;
}

/**
 * Writes into the ledgers what the database says has happened: moves of refs and scans with a result. The database is told
 * the place of each record afterwards; what a killed process wrote and did not tell is found again by what it says.
 */
export class EvidenceKeeper {
  readonly #parts: KeeperParts;
  readonly #stop = new AbortController();
  readonly #settled = new Set<number>();

  constructor(parts: KeeperParts) {
    this.#parts = parts;
  }

  /** Writes all that is open. What cannot be written is tried again the next time; why is in the log. */
  async keepAll(): Promise<void> {
    const { database, log } = this.#parts;
    for (const { tenant, repository } of await evidenceWork(database)) {
      if (this.#stop.signal.aborted) return;
      try {
        await this.#keep(tenant, repository);
      } catch (error) {
        if (!this.#stop.signal.aborted) log.warn({ err: error, repository }, "evidence could not be recorded and is to be tried again");
      }
    }
  }

  /** A record for each ledger that has none of today, with where its main ref is now: silence is proved, and a move that nobody told of is noticed. */
  async beat(): Promise<void> {
    const { database, books, log } = this.#parts;
    for (const { id, tenant_id } of await database.rows.selectFrom("muster.repository").select(["id", "tenant_id"]).orderBy("id").execute()) {
      if (this.#stop.signal.aborted) return;
      try {
        const reader = await books.read(id);
        const last = reader === undefined || reader.size === 0 ? undefined : reader.entry(reader.size - 1).time;
        if (last === undefined || last.slice(0, 10) === this.#now().toISOString().slice(0, 10)) continue;
        await this.#beat(tenant_id, id);
      } catch (error) {
        if (!this.#stop.signal.aborted) log.warn({ err: error, repository: id }, "a heartbeat could not be recorded and is to be tried again");
      }
    }
  }

  stop(): void {
    this.#stop.abort();
  }

  async #beat(tenant: number, id: number): Promise<void> {
    const run = this.#runner(tenant);
    const repository = await run((rows) => repositoryById(rows, id));
    if (repository === undefined) return;
    const { mirrors } = this.#parts;
    const reference = repository.mainRef ?? "HEAD";
    const fetched = await fetchCommit(repository, reference, mirrors, this.#stop.signal, "commit");
    const heads = fetched.status === "ready" ? [{ repository: repository.name, ref: repository.mainRef ?? fetched.seen?.mainRef ?? "HEAD", commit: fetched.commit }] : [];
    if (fetched.status === "ready" && fetched.seen !== undefined) {
      const { seen } = fetched;
      await run((rows) => keepRefs(rows, id, seen));
      await this.#look(repository, run);
      await this.#keep(tenant, id);
    }
    await this.#parts.books.append(id, "scanner", ({ checkpoint }) => [{ type: heartbeatType, statement: heartbeatStatement(checkpoint, heads) }]);
  }

  /** Notes where the main ref is, where no push told of that. */
  async #look(repository: Repository, run: Run): Promise<void> {
    const { mainRef } = repository;
    if (mainRef === undefined) return;
    const { seen, last } = await run(async (rows) => ({ seen: (await refsOf(rows, repository.id)).find(({ name }) => name === mainRef), last: await lastMove(rows, repository.id, mainRef) }));
    if (seen === undefined || seen.commit === last?.after) return;
    // What was seen about when a push came may be what was there before it: a later look tells.
    if (last !== undefined && seen.seenAt.getTime() < last.at.getTime() + graceMs) return;
    const before = last?.after ?? "0".repeat(seen.commit.length);
    await run((rows) => noteRefMove(rows, repository.id, { ref: mainRef, before, after: seen.commit, at: seen.seenAt, kind: last === undefined || /^0+$/u.test(before) ? "create" : "fast-forward", source: "poll" }));
  }

  async #keep(tenant: number, id: number): Promise<void> {
    const run = this.#runner(tenant);
    const repository = await run((rows) => repositoryById(rows, id));
    if (repository === undefined) return;
    await this.#settle(id, run);
    await this.#look(repository, run);
    for (;;) {
      const { moves, scans } = await run(async (rows) => ({ moves: await openMoves(rows, id, batch), scans: await openScans(rows, id, batch) }));
      if (moves.length + scans.length === 0) return;
      const records = [...(await Promise.all(moves.map((move) => this.#moveRecord(repository, move)))), ...(await this.#scanRecords(repository, scans, run))];
      if (records.length === 0) return;
      const entries = await this.#parts.books.append(id, "scanner", () => records);
      await run(async (rows) => {
        for (const [place, { settle }] of records.entries()) await settle(rows, entries[place]?.sequence ?? 0);
      });
    }
  }

  async #moveRecord(repository: Repository, move: OpenMove): Promise<OpenRecord> {
    const { id, at, kind, ...told } = move;
    const forced = kind === "fast-forward" && (await this.#isForced(repository, move));
    return { type: refUpdateType, statement: refUpdateStatement({ repository: repository.name, ...told, at: at.toISOString(), kind: forced ? "force" : kind }), settle: (rows, sequence) => placeMove(rows, id, sequence) };
  }

  /** Hosts do not all say so. What cannot be told is left as it was said. */
  async #isForced(repository: Repository, { before, after }: OpenMove): Promise<boolean> {
    const fetched = await fetchCommit(repository, after, this.#parts.mirrors, this.#stop.signal, "commit");
    return fetched.status === "ready" && (await isAncestor(fetched.folder, before, after, this.#stop.signal)) === false;
  }

  async #scanRecords(repository: Repository, scans: readonly OpenScan[], run: Run): Promise<readonly OpenRecord[]> {
    const records: OpenRecord[] = [];
    if (scans.length === 0) return records;
    const canary = await runCanary({ ...this.#parts.scans, signal: this.#stop.signal });
    for (const scan of scans) {
      const fetched = await fetchCommit(repository, scan.commit, this.#parts.mirrors, this.#stop.signal, "commit");
      if (fetched.status !== "ready") {
        this.#parts.log.warn({ repository: repository.id, commit: scan.commit, reason: fetched.reason }, "the tree of a scanned commit is not known, and its scan waits to be recorded");
        continue;
      }
      const { commits } = await firstParents({ root: fetched.folder, from: scan.commit, to: scan.commit, signal: this.#stop.signal });
      const json = await run((rows) => readResult(rows, scan.id));
      const tree = commits[0]?.tree;
      if (json === undefined || tree === undefined) continue;
      const result = JSON.parse(json) as ScanResult;
      const statement = scanRunStatement({
        mode: scan.onMain ? "post-merge" : "pre-merge",
        result: { ...result, target: { ...result.target, name: repository.name } },
        resultSha256: sha256Of(Buffer.from(json)),
        tree,
        commit: scan.commit,
        canary,
        startedAt: scan.startedAt,
        endedAt: scan.endedAt,
        ...(result.configuration !== undefined && { configurationSha256: sha256Of(Buffer.from(JSON.stringify(result.configuration))) }),
      });
      const state = stateDigester.encode(commitState(result));
      records.push({ type: scanRunType, statement, settle: (rows, sequence) => placeScan(rows, repository.id, scan.id, sequence, state) });
    }
    return records;
  }

  /** Once for each ledger: what was written and not told to the database is found by what it says. */
  async #settle(id: number, run: Run): Promise<void> {
    if (this.#settled.has(id)) return;
    const reader = await this.#parts.books.read(id);
    const repository = await run((rows) => repositoryById(rows, id));
    const last = await run((rows) => lastPlace(rows, id));
    if (reader !== undefined && repository !== undefined && reader.size > last + 1) {
      const { moves, scans } = await run(async (rows) => ({ moves: await openMoves(rows, id, batch), scans: await openScans(rows, id, batch) }));
      const open = [...(await Promise.all(moves.map((move) => this.#moveRecord(repository, move)))), ...(await this.#scanRecords(repository, scans, run))];
      const byText = new Map(open.map((record) => [textOf(record), record]));
      for (const [sequence, text] of untold(reader, last + 1)) {
        const record = byText.get(text);
        if (record !== undefined) await run((rows) => record.settle(rows, sequence));
      }
    }
    this.#settled.add(id);
  }

  #runner(tenant: number): Run {
    return (work) => asTenant(this.#parts.database, { tenant }, work);
  }

  #now(): Date {
    return (this.#parts.now ?? (() => new Date()))();
  }
}

type Run = <T>(work: (rows: TenantRows) => Promise<T>) => Promise<T>;

interface OpenRecord extends UnsignedRecord {
  settle(rows: TenantRows, sequence: number): Promise<void>;
}

function textOf({ type, statement }: { readonly type: string; readonly statement: Statement }): string {
  return `${type} ${JSON.stringify(statement)}`;
}

/** What the last records of a ledger say, with their places. */
function* untold(reader: LedgerReader, from: number): Generator<readonly [number, string], void, void> {
  for (let sequence = from; sequence < reader.size; sequence++) yield [sequence, textOf({ type: reader.entry(sequence).type, statement: statementAt(reader, sequence) })];
}

/** Keeps evidence until it is told to end: shortly after something happened, and once a day where nothing did. */
export function keepEvidence(parts: KeeperParts, everyMs = 2_000): { nudge(): void; stop(): Promise<void> } {
  const keeper = new EvidenceKeeper(parts);
  let running: Promise<void> = Promise.resolve();
  let beatAt = 0;
  const turn = (): void => {
    running = running.then(async () => {
      await keeper.keepAll();
      if (Date.now() - beatAt < dayMs / 24) return;
      beatAt = Date.now();
      await keeper.beat();
    }).catch((error: unknown) => parts.log.warn({ err: error }, "evidence could not be recorded"));
  };
  const timer = setInterval(turn, everyMs);
  timer.unref();
  return {
    nudge: turn,
    stop: async () => {
      clearInterval(timer);
      keeper.stop();
      await running;
    },
  };
}
