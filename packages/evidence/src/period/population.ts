import type { PeriodDeviation, PopulationUnit, Timeline, TimelineCommit } from "@muster/contract";
import type { RecordedScan } from "../envelope/read-scan-run.ts";
import type { RecordedRefUpdate } from "../records/ref-update.ts";

/** What a ledger holds of a repository. */
export interface LedgerFacts {
  readonly name: string;
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly scans: readonly RecordedScan[];
  /** Of the branch alone, in the order of the ledger. */
  readonly pushes: readonly RecordedRefUpdate[];
  /** Where heartbeats saw the branch. */
  readonly heads?: readonly { readonly sequence: number; readonly at: string; readonly commit: string }[];
  /** Days (`YYYY-MM-DD`) on which something was written. */
  readonly days: ReadonlySet<string>;
  /** When the last record was written. */
  readonly lastAt?: string;
}

/** Hours after a push in which its scan counts as made in time. */
export const onTimeHours = 24;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

export interface Population {
  readonly units: readonly PopulationUnit[];
  readonly deviations: readonly PeriodDeviation[];
  readonly end: string;
}

/** Every state of the branch with the time from which it held, and the scan that the ledger has of it. */
export function population(timeline: Timeline, ledger: LedgerFacts | undefined): Population {
  const { commits } = timeline;
  const pushes = ledger?.pushes ?? [];
  const landed = landings(commits, pushes);
  let last = "";
  const units = commits.map((commit): PopulationUnit => {
    const push = landed.get(commit.commit);
    const said = push?.at ?? commit.committedAt;
    // A state holds until the next: a clock that goes back makes no time run backwards.
    const at = said > last ? said : last;
    last = at;
    const { commit: id, tree, author, status } = commit;
    return { commit: id, tree, ...(author !== undefined && { author }), at, clock: push === undefined ? "committer" : "push", ...scanOf(commit, at, ledger), status };
  });
  const end = ledger?.lastAt !== undefined && ledger.lastAt > last ? ledger.lastAt : last;
  const start = units[0]?.at ?? end;
  return { units, end, deviations: [...timeline.deviations, ...missingSources(ledger), ...chain(pushes.filter(({ at }) => at >= start && at <= end)), ...unseen(pushes, (ledger?.heads ?? []).filter(({ at }) => at >= start && at <= end)), ...scanDeviations(units, ledger), ...canaries(units, ledger), ...drops(commits), ...(ledger === undefined ? [] : silence(ledger.days, start, end))] };
}

/** The push that brought each commit of the line: the first whose commit is it or comes after it. */
function landings(commits: readonly TimelineCommit[], pushes: readonly RecordedRefUpdate[]): Map<string, RecordedRefUpdate> {
  const places = new Map(commits.map(({ commit }, place) => [commit, place]));
  const landed = new Map<string, RecordedRefUpdate>();
  let next = 0;
  for (const push of pushes) {
    const place = places.get(push.after);
    if (place === undefined) continue;
    for (; next <= place; next++) {
      const commit = commits[next];
      if (commit !== undefined) landed.set(commit.commit, push);
    }
  }
  return landed;
}

function scanOf({ commit, tree }: TimelineCommit, at: string, ledger: LedgerFacts | undefined): Pick<PopulationUnit, "scan" | "sequence" | "scannedAt"> {
  if (ledger === undefined) return { scan: "unrecorded" };
  const own = ledger.scans.filter((scan) => scan.commit === commit);
  const scan = own.find((one) => one.tree === tree) ?? own[0];
  if (scan === undefined) return { scan: "missing" };
  const kept = { sequence: scan.sequence, scannedAt: scan.recordedAt };
  if (scan.tree !== tree) return { scan: "mismatch", ...kept };
  const inTime = scan.mode !== "backfill" && Date.parse(scan.recordedAt) - Date.parse(at) <= onTimeHours * hourMs;
  return { scan: inTime ? "on-time" : "late", ...kept };
}

function missingSources(ledger: LedgerFacts | undefined): PeriodDeviation[] {
  if (ledger === undefined) return [{ kind: "no-ledger", text: "No ledger was named: nothing signs when commits were scanned, and the results are this report's own." }];
  return ledger.pushes.length > 0 ? [] : [{ kind: "no-pushes", text: "The ledger holds no push of this branch: when a commit came to it is what its committer's clock said." }];
}

/** Each push begins where the one before it ended. */
function chain(pushes: readonly RecordedRefUpdate[]): PeriodDeviation[] {
  return pushes.flatMap((push, place): PeriodDeviation[] => {
    const before = pushes[place - 1];
    const found: PeriodDeviation[] = [];
    if (before !== undefined && before.after !== push.before) found.push({ kind: "push-gap", commit: push.after, text: `The push of ${push.at} (record ${push.sequence}) begins at ${push.before.slice(0, 12)}, and the one before it ended at ${before.after.slice(0, 12)}: pushes between them are not known.` });
    if (push.kind === "force") found.push({ kind: "force-push", commit: push.after, text: `${push.ref} was pushed by force at ${push.at} (record ${push.sequence}): ${push.before.slice(0, 12)} may be on it no more.` });
    if (push.kind === "delete") found.push({ kind: "branch-deleted", commit: push.before, text: `${push.ref} was deleted at ${push.at} (record ${push.sequence}).` });
    if (before !== undefined && push.at < before.at) found.push({ kind: "clock-skew", commit: push.after, text: `The push of record ${push.sequence} says ${push.at}, before the one that came before it (${before.at}).` });
    if (Date.parse(push.recordedAt) < Date.parse(push.at)) found.push({ kind: "clock-skew", commit: push.after, text: `The push of record ${push.sequence} says ${push.at}, and was written into the ledger before that, at ${push.recordedAt}.` });
    return found;
  });
}

/** A branch that is not where its last push left it moved without one. */
function unseen(pushes: readonly RecordedRefUpdate[], heads: NonNullable<LedgerFacts["heads"]>): PeriodDeviation[] {
  return heads.flatMap(({ sequence, at, commit }): PeriodDeviation[] => {
    const last = pushes.findLast((push) => push.sequence < sequence);
    return last === undefined || last.after === commit ? [] : [{ kind: "push-gap", commit, text: `The heartbeat of ${at} (record ${sequence}) saw ${last.ref} at ${commit.slice(0, 12)}, and the last push before it left it at ${last.after.slice(0, 12)}: pushes between them are not known.` }];
  });
}

function scanDeviations(units: readonly PopulationUnit[], ledger: LedgerFacts | undefined): PeriodDeviation[] {
  if (ledger === undefined) return [];
  return units.flatMap(({ commit, scan, scannedAt = "", at }): PeriodDeviation[] => {
    switch (scan) {
      case "missing":
        return [{ kind: "scan-missing", commit, text: "The ledger holds no scan of it." }];
      case "late":
        return [{ kind: "scan-late", commit, text: `It was scanned at ${scannedAt}, and came to the branch at ${at}: that is later than ${onTimeHours} hours, or a backfill.` }];
      case "mismatch":
        return [{ kind: "tree-mismatch", commit, text: "The ledger's scan of it is of another tree than git has for it." }];
      case "on-time":
      case "unrecorded":
        return [];
      default:
        return scan satisfies never;
    }
  });
}

/** A scan whose plugins did not catch what is known to be bad says nothing of what they did not find. */
function canaries(units: readonly PopulationUnit[], ledger: LedgerFacts | undefined): PeriodDeviation[] {
  const bySequence = new Map(ledger?.scans.map((scan) => [scan.sequence, scan]));
  return units.flatMap(({ commit, sequence }): PeriodDeviation[] => {
    const scan = bySequence.get(sequence ?? -1);
    return scan === undefined || scan.canary === "caught" ? [] : [{ kind: "canary-missed", commit, text: `The plugins of its scan (record ${scan.sequence}) did not find what is known to be bad: that they found nothing proves nothing.` }];
  });
}

/** With fewer endpoints than this a drop is an ordinary change. */
const fewEndpoints = 8;

/** States in which most endpoints are gone at once, or in which there are none: code that is not understood any more looks just so. */
function drops(commits: readonly TimelineCommit[]): PeriodDeviation[] {
  const total = ({ endpoints }: TimelineCommit): number => endpoints.protected + endpoints.public + endpoints.unknown;
  return commits.flatMap((commit, place): PeriodDeviation[] => {
    const before = commits[place - 1];
    const [now, then] = [total(commit), before === undefined ? undefined : total(before)];
    if (now === 0 && then !== 0) return [{ kind: "inventory-drop", commit: commit.commit, text: `It has no endpoint${then === undefined ? "" : `, and the state before it had ${then}`}: nothing is said to hold in it.` }];
    return then === undefined || then < fewEndpoints || now >= then / 2 ? [] : [{ kind: "inventory-drop", commit: commit.commit, text: `It has ${now} endpoints, and the state before it had ${then}: until someone has looked, nothing is said to hold in it.` }];
  });
}

/** Days on which nothing was written cannot be told from days that were taken away. */
function silence(days: ReadonlySet<string>, start: string, end: string): PeriodDeviation[] {
  const silent: string[] = [];
  for (let day = Date.parse(`${start.slice(0, 10)}T00:00:00Z`); day <= Date.parse(end); day += dayMs) {
    const name = new Date(day).toISOString().slice(0, 10);
    if (!days.has(name)) silent.push(name);
  }
  const [first] = silent;
  return first === undefined ? [] : [{ kind: "silent-days", text: `On ${silent.length === 1 ? "1 day" : `${silent.length} days`} the ledger was not written to (${silent.length === 1 ? first : `${first} … ${silent.at(-1) ?? ""}`}): that nothing happened then is not proved.` }];
}
