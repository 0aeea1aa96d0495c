import { sql } from "kysely";
import type { ScanSummary } from "../scans/scan.ts";
import type { TenantRows } from "../tenants/as-tenant.ts";
import { oneOf } from "./alternatives.ts";
import { ofRepositories } from "./sightings.ts";

export interface TrendRequest {
  /** Of these; of all without it. */
  readonly repositories?: readonly number[];
  readonly from: Date;
  readonly to: Date;
  /** How many moments, evenly spread: the last is `to`. */
  readonly points: number;
}

/** What there was at one moment: of each repository, what the newest scanned commit of its main ref came to. */
export interface TrendPoint {
  readonly at: Date;
  /** The scans that it is the sum of, one for each repository that had one. */
  readonly scans: readonly number[];
  readonly endpoints: ScanSummary["endpoints"];
  readonly findings: ScanSummary["findings"];
}

type Totals = Pick<ScanSummary, "endpoints" | "findings">;

/** How postures and findings went on. What is not known of a repository yet counts nothing. */
export async function readTrend(rows: TenantRows, { repositories, from, to, points }: TrendRequest): Promise<readonly TrendPoint[]> {
  const step = (to.getTime() - from.getTime()) / points;
  const mine = sql.join([sql`true`, ...ofRepositories({ repositories }, rows.tenancy).map(oneOf)], sql` and `);
  const { rows: before } = await sql<{ readonly repository: number; readonly scan: number }>`
    select repository.id as repository, last.scan_id as scan from muster.repository as repository
    cross join lateral (select scan_id from muster.trend_point as point where point.repository_id = repository.id and point.at <= ${from} order by point.at desc, point.scan_id desc limit 1) as last
    where ${repositories === undefined ? sql`true` : sql`repository.id = any (${`{${repositories.join(",")}}`}::bigint[])`}`.execute(rows);
  const { rows: within } = await sql<{ readonly repository: number; readonly scan: number; readonly moment: number }>`
    select distinct on (repository, moment) repository, scan, moment from (
      select item.repository_id as repository, item.scan_id as scan, item.at, ceil(extract(epoch from (item.at - ${from}::timestamptz)) * 1000 / ${step}::float8)::int as moment
      from muster.trend_point as item where item.at > ${from} and item.at <= ${to} and ${mine}) as placed
    order by repository, moment, at desc, scan desc`.execute(rows);
  const totals = await totalsOf(rows, [...new Set([...before, ...within].map(({ scan }) => scan))]);
  const now = new Map(before.map(({ repository, scan }) => [repository, scan]));
  const changes = Map.groupBy(within, ({ moment }) => moment);
  return Array.from({ length: points }, (_, index): TrendPoint => {
    for (const { repository, scan } of changes.get(index + 1) ?? []) now.set(repository, scan);
    const scans = [...now.values()];
    return { at: new Date(from.getTime() + step * (index + 1)), scans, ...sumOf(scans.flatMap((scan) => totals.get(scan) ?? [])) };
  });
}

/** What controls came to in several scans, together. */
export interface ControlCounts {
  readonly control: string;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  readonly indeterminate: number;
  readonly errors: number;
}

/** By control. */
export async function controlCounts(rows: TenantRows, scans: readonly number[]): Promise<readonly ControlCounts[]> {
  const { rows: found } = await sql<ControlCounts>`
    select control, sum(passed)::int as passed, sum(failed)::int as failed, sum(not_applicable)::int as "notApplicable", sum(indeterminate)::int as indeterminate, sum(errors)::int as errors
    from muster.scan_control where scan_id = any (${`{${scans.join(",")}}`}::bigint[]) group by control order by control`.execute(rows);
  return found;
}

async function totalsOf(rows: TenantRows, scans: readonly number[]): Promise<ReadonlyMap<number, Totals>> {
  const { rows: found } = await sql<Totals & { readonly id: number }>`
    select id, summary -> 'endpoints' as endpoints, summary -> 'findings' as findings from muster.scan where id = any (${`{${scans.join(",")}}`}::bigint[]) and summary is not null`.execute(rows);
  return new Map(found.map(({ id, ...totals }) => [id, totals]));
}

function sumOf(all: readonly Totals[]): Totals {
  const endpoints = { protected: 0, public: 0, unknown: 0 };
  const findings = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  for (const one of all) {
    endpoints.protected += one.endpoints.protected;
    endpoints.public += one.endpoints.public;
    endpoints.unknown += one.endpoints.unknown;
    findings.critical += one.findings.critical;
    findings.high += one.findings.high;
    findings.medium += one.findings.medium;
    findings.low += one.findings.low;
    findings.info += one.findings.info;
  }
  return { endpoints, findings };
}
