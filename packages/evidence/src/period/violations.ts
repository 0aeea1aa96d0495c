import type { PopulationUnit, Timeline, Violation } from "@muster/contract";
import { waiverEnd, type RecordedWaiver } from "../records/waiver-record.ts";

const hourMs = 3_600_000;

/** Failures of controls as intervals of time, in the order in which they began, with how much of each is waived. */
export function violations(timeline: Timeline, units: readonly PopulationUnit[], end: string, waivers: readonly RecordedWaiver[]): Violation[] {
  const byCommit = new Map(units.map((unit) => [unit.commit, unit]));
  const names = new Map(timeline.endpoints.map(({ id, method, path }) => [id, `${method} ${path}`]));
  const endpointOfFinding = new Map(timeline.findings.flatMap(({ fingerprint, endpoint }) => (endpoint === undefined ? [] : [[fingerprint, endpoint] as const])));
  return timeline.results
    .filter(({ status }) => status === "fail")
    .map(({ control, endpoint, introduced, before, mended }): Violation => {
      const from = byCommit.get(introduced)?.at ?? end;
      const until = mended === undefined ? undefined : byCommit.get(mended)?.at;
      const fits = waivers.filter((waiver) => waiver.control === control && endpoint !== undefined && (waiver.finding === undefined ? sameEndpoint(waiver.endpoint ?? "", names.get(endpoint) ?? "") : endpointOfFinding.get(waiver.finding) === endpoint));
      const by = (commit: string | undefined): string | undefined => byCommit.get(commit ?? "")?.author;
      return {
        control,
        ...(endpoint !== undefined && { endpoint: names.get(endpoint) ?? endpoint }),
        introduced,
        ...(before !== undefined && { before }),
        ...optional("introducedBy", before === true ? undefined : by(introduced)),
        ...optional("mended", mended),
        ...optional("mendedBy", by(mended)),
        from,
        ...optional("until", until),
        hours: hoursBetween(from, until ?? end),
        waivedHours: covered(from, until ?? end, fits),
      };
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

function optional<K extends string>(key: K, value: string | undefined): { readonly [key in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [key in K]: string });
}

export function hoursBetween(from: string, until: string): number {
  return Math.max(0, Date.parse(until) - Date.parse(from)) / hourMs;
}

/** Hours of an interval in which one of the waivers holds; what two of them cover counts once. */
export function covered(from: string, until: string, waivers: readonly RecordedWaiver[]): number {
  const parts = waivers
    .map((waiver) => [waiver.approvedAt > from ? waiver.approvedAt : from, waiverEnd(waiver) < until ? waiverEnd(waiver) : until] as const)
    .filter(([start, stop]) => start < stop)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  let hours = 0;
  let at = from;
  for (const [start, stop] of parts) {
    if (stop <= at) continue;
    hours += hoursBetween(start > at ? start : at, stop);
    at = stop;
  }
  return hours;
}

/** Names of parameters do not tell endpoints apart. */
function sameEndpoint(one: string, other: string): boolean {
  const plain = (name: string): string => name.replaceAll(/\{[^{}]*\}/g, "{}");
  return plain(one) === plain(other);
}
