import type { PeriodControl, PeriodReport, PopulationUnit, UnitScan } from "@muster/contract";

/** Hours, as people read them. */
export function hoursText(hours: number): string {
  return hours < 48 ? `${hours.toFixed(1)} h` : `${(hours / 24).toFixed(1)} days`;
}

/** A share in percent; rounded down, so that nothing short of all reads as 100 %. */
export function percentText(share: number | undefined): string {
  return share === undefined ? "–" : `${(Math.floor(share * 10) / 10).toFixed(1)} %`;
}

export function verdictText({ verdict, violations, longestHours, hours }: PeriodControl): string {
  return verdict === "deviations noted" && violations > 0 ? `deviations noted (${violations}, longest ${hoursText(longestHours)}, waived ${hoursText(hours.waived)})` : verdict;
}

const scanWords: Readonly<Record<UnitScan, string>> = { "on-time": "scanned in time", late: "scanned late", mismatch: "scanned as another tree", missing: "not scanned", unrecorded: "scanned by this report alone" };

/** `12 scanned in time, 1 not scanned`. */
export function scanCounts(units: readonly PopulationUnit[]): string {
  const counts = Map.groupBy(units, ({ scan }) => scan);
  return [...counts].map(([scan, own]) => `${own.length} ${scanWords[scan]}`).join(", ");
}

/** Who holds checkpoints of the ledger. */
export function publishedText({ completeness: { ledger } }: PeriodReport): string {
  if (ledger === undefined) return "";
  const [last] = ledger.published.toReversed();
  return last === undefined ? "Its checkpoints were sent to nobody: whoever has its keys could have made it anew." : `Its checkpoints were sent ${ledger.published.length} times, the last of ${last.size} records at ${last.at} to ${last.to}.`;
}

export function periodTitle({ repository, period }: PeriodReport): string {
  return `${repository}: controls from ${period.start.slice(0, 10)} to ${period.end.slice(0, 10)}`;
}

/** What every rendering says of the whole. */
export const periodStatement = "Evidence that supports criteria: whether they are met is for a CPA to judge.";
