import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import type { ControlResult, ScanResult } from "@muster/contract";
import { sql, type RawBuilder } from "kysely";
import { raiseVersion } from "../inventory/totals.ts";
import { lockRepository } from "../repositories/repositories.ts";
import type { TenantRows } from "../tenants/as-tenant.ts";
import { publish } from "./events.ts";
import { jsonbText } from "./jsonb-text.ts";
import { keepRules } from "./keep-rules.ts";
import { makeCurrent } from "./make-current.ts";
import { scanOf, scanColumns, type Scan } from "./scans.ts";
import { summarise } from "./summarise.ts";
import { noteTrendPoint } from "./trend-points.ts";
import { versionColumns, versionsIn, type VersionKind, type VersionRow } from "./versions.ts";

/** A result, and its bytes as the command line writes them. */
export interface KeptResult {
  readonly result: ScanResult;
  readonly json: string;
}

/**
 * Keeps the result of a scan: all of it or nothing, and once. `settled` where the scan has ended already, be it that
 * another attempt came first or that it was cancelled, and where it is of another commit by now.
 */
export async function keepResult(rows: TenantRows, scan: number, { result, json }: KeptResult): Promise<{ readonly status: "kept"; readonly scan: Scan } | { readonly status: "settled" }> {
  const known = await rows.selectFrom("muster.scan").select("repository_id").where("id", "=", scan).executeTakeFirst();
  if (known === undefined) return { status: "settled" };
  await lockRepository(rows, known.repository_id);
  const held = await rows.selectFrom("muster.scan").select(["id", "repository_id", "commit_sha"]).where("id", "=", scan).where("state", "in", ["queued", "running"]).forNoKeyUpdate().executeTakeFirst();
  // An earlier attempt, which lost its lease, may come back with what the ref named then.
  if (held === undefined || (held.commit_sha !== null && result.target.commit !== held.commit_sha)) return { status: "settled" };
  const owner = { tenant_id: rows.tenancy.tenant, repository_id: held.repository_id };
  const seenAt = await commitTime(rows, held.repository_id, held.commit_sha);
  await keepRules(rows, result.rules);
  const unseen = await unseenFindings(rows, held.repository_id, result);
  const versions = versionsIn(result);
  for (const kind of ["application", "endpoint", "finding"] as const) await keepVersions(rows, kind, scan, held.repository_id, versions[kind], seenAt);
  // Even where nothing of it is "now": what is may be older than was known.
  await raiseVersion(rows, held.repository_id);
  for (const row of controlRows(result)) await rows.insertInto("muster.scan_control").values({ ...owner, scan_id: scan, ...row }).execute();
  await rows.insertInto("muster.scan_result").values({ ...owner, scan_id: scan, body: gzipSync(json) }).execute();
  const row = await rows
    .updateTable("muster.scan")
    .set({ state: result.status, reason: null, progress: null, ended_at: new Date(), summary: jsonbText(summarise(result)), tool_version: result.tool.version, result_sha256: createHash("sha256").update(json).digest("hex") })
    .where("id", "=", scan)
    .returning(scanColumns)
    .executeTakeFirstOrThrow();
  await noteTrendPoint(rows, scan, false);
  await makeCurrent(rows, held.repository_id);
  await publish(rows, [
    { repository: held.repository_id, scan, kind: "scan", detail: { state: result.status } },
    ...(unseen.length === 0 ? [] : [{ repository: held.repository_id, scan, kind: "findings" as const, detail: { fingerprints: unseen } }]),
  ]);
  return { status: "kept", scan: scanOf(row) };
}

/** The whole result of a scan, as it was written. Undefined where there is none. */
export async function readResult(rows: TenantRows, scan: number): Promise<string | undefined> {
  const row = await rows.selectFrom("muster.scan_result").select("body").where("scan_id", "=", scan).executeTakeFirst();
  return row === undefined ? undefined : gunzipSync(row.body).toString("utf8");
}

/** What each control came to in a scan. */
export interface ControlTotals {
  readonly control: string;
  readonly passed: number;
  readonly failed: number;
  readonly notApplicable: number;
  readonly indeterminate: number;
  readonly errors: number;
  /** Those that are of the repository as a whole. */
  readonly results: readonly ControlResult[];
}

export async function controlTotals(rows: TenantRows, scan: number): Promise<readonly ControlTotals[]> {
  const found = await rows.selectFrom("muster.scan_control").select(["control", "passed", "failed", "not_applicable", "indeterminate", "errors", "results"]).where("scan_id", "=", scan).orderBy("control").execute();
  return found.map(({ not_applicable, ...totals }) => ({ ...totals, notApplicable: not_applicable }));
}

async function commitTime(rows: TenantRows, repository: number, commit: string | null): Promise<Date> {
  const row = commit === null ? undefined : await rows.selectFrom("muster.commit").select("committed_at").where("repository_id", "=", repository).where("sha", "=", commit).executeTakeFirst();
  return row?.committed_at ?? new Date();
}

/** Fingerprints that no scan of the repository knew. */
async function unseenFindings(rows: TenantRows, repository: number, { findings }: ScanResult): Promise<readonly string[]> {
  const { rows: found } = await sql<{ readonly key: string }>`
    select given.key from jsonb_array_elements_text(${jsonbText(findings.map(({ fingerprint }) => fingerprint))}::jsonb) as given(key)
    where not exists (select from muster.finding as item where item.repository_id = ${repository} and item.key = given.key) order by given.key`.execute(rows);
  return found.map(({ key }) => key);
}

const most = 500;

async function keepVersions(rows: TenantRows, kind: VersionKind, scan: number, repository: number, versions: readonly VersionRow[], seenAt: Date): Promise<void> {
  const table = sql.table(`muster.${kind}`);
  const columns: Readonly<Record<string, string>> = { digest: "text", key: "text", ...versionColumns[kind], document: "jsonb" };
  const names = Object.keys(columns).map((name) => sql.ref(name));
  const typed = Object.entries(columns).map(([name, type]) => sql`${sql.ref(name)} ${sql.raw(type)}`);
  const owner = sql`${rows.tenancy.tenant}::bigint, ${repository}::bigint`;
  // What people decided of a finding holds for the versions to come.
  const state = kind === "finding" ? { column: sql`, state`, value: sql`, coalesce((select case when expires < (now() at time zone 'utc')::date then 'open' else state end from muster.triage where repository_id = ${repository} and finding_key = version.key order by id desc limit 1), 'open')` } : { column: sql``, value: sql`` };
  for (let start = 0; start < versions.length; start += most) {
    const part = sql`jsonb_to_recordset(${jsonbText(versions.slice(start, start + most))}::jsonb) as version(${sql.join(typed)})`;
    await sql`
      insert into ${table} (tenant_id, repository_id, first_seen_at${state.column}, ${sql.join(names)})
      select ${owner}, least(${seenAt}::timestamptz, (select min(earlier.first_seen_at) from ${table} as earlier where earlier.repository_id = ${repository} and earlier.key = version.key))${state.value}, ${sql.join(names)}
      from ${part} order by digest on conflict (repository_id, digest) do nothing`.execute(rows);
    await sql`
      insert into ${sql.table(`muster.scan_${kind}`)} (tenant_id, repository_id, scan_id, item_id)
      select ${owner}, ${scan}::bigint, item.id from ${table} as item where item.repository_id = ${repository} and item.digest = any (${digests(versions.slice(start, start + most))}) on conflict do nothing`.execute(rows);
  }
  // Commits are scanned in any order: what an older one holds already was there before.
  await sql`update ${table} as item set first_seen_at = ${seenAt}::timestamptz where item.repository_id = ${repository} and item.first_seen_at > ${seenAt}::timestamptz
    and item.key in (select mine.key from ${table} as mine join ${sql.table(`muster.scan_${kind}`)} as member on member.item_id = mine.id where member.scan_id = ${scan})`.execute(rows);
}

function digests(versions: readonly VersionRow[]): RawBuilder<unknown> {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(versions.map(({ digest }) => digest))}::jsonb))`;
}

function controlRows({ controls, results }: ScanResult): readonly { control: string; passed: number; failed: number; not_applicable: number; indeterminate: number; errors: number; results: string }[] {
  const byControl = Map.groupBy(results, ({ control }) => control);
  return controls.map(({ id }) => {
    const own = byControl.get(id) ?? [];
    const of = (status: ControlResult["status"]): number => own.filter((result) => result.status === status).length;
    return { control: id, passed: of("pass"), failed: of("fail"), not_applicable: of("not_applicable"), indeterminate: of("indeterminate"), errors: of("error"), results: jsonbText(own.filter(({ endpoint }) => endpoint === undefined)) };
  });
}
