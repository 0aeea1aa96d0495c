import { setImmediate } from "node:timers/promises";
import { readScanRun } from "../envelope/read-scan-run.ts";
import { scanRunType } from "../envelope/scan-run.ts";
import type { LedgerReader } from "../ledger/ledger-reader.ts";
import { readStatements, type SignedRecord } from "../ledger/read-statements.ts";
import { heartbeatType, readHeartbeat } from "../records/heartbeat-record.ts";
import { recordedTriage, triageType, type RecordedTriage } from "../records/triage-record.ts";
import { readRefUpdate, refUpdateType } from "../records/ref-update.ts";
import { recordedWaivers, waiverRevocationType, waiverType, type RecordedWaiver } from "../records/waiver-record.ts";
import type { LedgerFacts } from "./population.ts";

/**
 * What a ledger holds for a period report. Every record that counts was checked; whoever shares the thread is let in between.
 * `ref`: the branch whose pushes are told.
 */
export async function ledgerFacts(reader: LedgerReader, ref: string): Promise<{ readonly ledger: LedgerFacts; readonly waivers: readonly RecordedWaiver[]; readonly triage: readonly RecordedTriage[] }> {
  let read = 0;
  const scans = [];
  const pushes = [];
  const heartbeats = [];
  const waivers: SignedRecord[] = [];
  const triage: SignedRecord[] = [];
  for (const record of readStatements(reader, [scanRunType, refUpdateType, waiverType, waiverRevocationType, triageType, heartbeatType])) {
    if (++read % slice === 0) await setImmediate();
    if (record.entry.type === scanRunType) scans.push(readScanRun(record));
    else if (record.entry.type === refUpdateType) pushes.push(readRefUpdate(record));
    else if (record.entry.type === heartbeatType) heartbeats.push(readHeartbeat(record));
    else if (record.entry.type === triageType) triage.push(record);
    else waivers.push(record);
  }
  const days = new Set<string>();
  let lastAt: string | undefined;
  for (const { time } of reader.entries()) {
    days.add(time.slice(0, 10));
    lastAt = time;
  }
  const { origin, size, root } = reader.checkpoint;
  return { ledger: { name: origin, size, root: root.toString("base64"), scans, pushes: pushes.filter((push) => push.ref === ref), heads: heartbeats.flatMap(({ sequence, at, heads }) => heads.filter((head) => head.ref === ref).map(({ commit }) => ({ sequence, at, commit }))), days, ...(lastAt !== undefined && { lastAt }) }, waivers: recordedWaivers(waivers), triage: recordedTriage(triage) };
}

/** Records between two pauses. */
const slice = 100;
