import { createHash } from "node:crypto";
import { compareText, limits, type PeriodReport, type PeriodTriage, type PeriodWaiver, type ProgramChange, type Timeline } from "@muster/contract";
import type { RecordedScan } from "../envelope/read-scan-run.ts";
import { approvalState } from "../records/approval.ts";
import { triageEnd, type RecordedTriage } from "../records/triage-record.ts";
import { waiverEnd, type RecordedWaiver } from "../records/waiver-record.ts";
import { periodControls } from "./period-controls.ts";
import { population, type LedgerFacts } from "./population.ts";
import { covered, violations } from "./violations.ts";

/** Commits and endpoints of a sample. */
const sampleSize = 25;

export interface PeriodInput {
  readonly timeline: Timeline;
  /** Undefined where none was named. */
  readonly ledger: LedgerFacts | undefined;
  readonly waivers: readonly RecordedWaiver[];
  readonly triage?: readonly RecordedTriage[];
  /** Where checkpoints were sent, as the operator says. */
  readonly published?: readonly { readonly at: string; readonly size: number; readonly to: string }[];
  /** Default: a hash of the bounds. */
  readonly seed?: string;
}

/** How controls operated between two states of a branch. The same timeline, ledger and seed give the same report. */
export function periodReport({ timeline, ledger, waivers, triage = [], published = [], seed: named }: PeriodInput): PeriodReport {
  const [first, last] = [timeline.commits[0], timeline.commits.at(-1)];
  if (first === undefined || last === undefined) throw new Error("A period has at least one commit.");
  const { units, deviations, end } = population(timeline, ledger);
  const found = violations(timeline, units, end, waivers);
  const start = units[0]?.at ?? end;
  const seed = named ?? createHash("sha256").update(`${first.commit}..${last.commit}`).digest("hex").slice(0, 16);
  return {
    schema: "muster.period/1",
    tool: timeline.tool,
    repository: timeline.repository,
    period: { from: first.commit, to: last.commit, start, end },
    population: { units, command: timeline.command },
    completeness: { complete: deviations.length === 0, deviations, pushes: ledger?.pushes.length ?? 0, ...(ledger !== undefined && { ledger: { name: ledger.name, size: ledger.size, root: ledger.root, published: published.map(({ at, size, to }) => ({ at, size, to })) } }) },
    controls: periodControls({ timeline, units, end, violations: found, waivers, deviations }),
    violations: found,
    waivers: waivers.map((waiver) => waiverLine(waiver, start, end)),
    triage: triage.filter(({ decidedAt }) => decidedAt <= end).map((one) => triageLine(one, end)),
    changes: programChanges((ledger?.scans ?? []).filter(({ recordedAt }) => recordedAt >= start && recordedAt <= end)),
    sample: {
      seed,
      commits: draw(units.map(({ commit }) => commit), seed),
      endpoints: draw([...new Set(timeline.endpoints.map(({ method, path }) => `${method} ${path}`))], seed),
    },
    limits,
  };
}

/** The ones whose hashes with the seed are the lowest: nobody chooses them, and everybody draws the same. */
function draw(names: readonly string[], seed: string): string[] {
  return names
    .map((name) => ({ name, rank: createHash("sha256").update(`${seed} ${name}`).digest("hex") }))
    .sort((a, b) => compareText(a.rank, b.rank))
    .slice(0, sampleSize)
    .map(({ name }) => name);
}

function waiverLine(waiver: RecordedWaiver, start: string, end: string): PeriodWaiver {
  const { control, endpoint, finding, reason, compensating, requester, approver, approvedAt, revokedAt, ticket, sequence } = waiver;
  const until = waiverEnd(waiver);
  return {
    control,
    target: endpoint ?? `finding ${finding ?? ""}`,
    reason,
    compensating,
    requester,
    approver,
    approvedAt,
    until,
    state: approvalState({ until, ...(revokedAt !== undefined && { revokedAt }) }, end),
    ...(ticket !== undefined && { ticket }),
    sequence,
    waivedHours: covered(start, end, [waiver]),
  };
}

function triageLine(decision: RecordedTriage, end: string): PeriodTriage {
  const { finding, verdict, reason, requester, approver, decidedAt, supersededAt, ticket, sequence } = decision;
  const until = triageEnd(decision);
  const state = approvalState({ until, ...(supersededAt !== undefined && { revokedAt: supersededAt }) }, end);
  return { finding, verdict, reason, requester, approver, decidedAt, ...(until !== undefined && { until }), state: state === "revoked" ? "superseded" : state, ...(ticket !== undefined && { ticket }), sequence };
}

function programChanges(scans: readonly RecordedScan[]): ProgramChange[] {
  const named = (scan: RecordedScan): ReadonlyMap<string, string> => new Map([["Muster", scan.muster], ...scan.plugins.map(({ name, version }) => [`plugin ${name}`, version] as const), ["configuration", scan.configurationSha256 ?? "none"]]);
  return scans.flatMap((scan, place): ProgramChange[] => {
    const before = scans[place - 1];
    if (before === undefined) return [];
    const [olds, news] = [named(before), named(scan)];
    const changed = [...new Set([...olds.keys(), ...news.keys()])].sort(compareText).filter((name) => olds.get(name) !== news.get(name));
    return changed.length === 0 ? [] : [{ at: scan.recordedAt, sequence: scan.sequence, text: changed.map((name) => `${name}: ${olds.get(name) ?? "not there"} → ${news.get(name) ?? "not there"}`).join("; ") }];
  });
}
