import { sql } from "kysely";
import type { TenantRows } from "../tenants/as-tenant.ts";
import { findingById, type FindingRow } from "./findings.ts";
import { recount } from "./totals.ts";
import type { TriageState } from "./triage-state.ts";

/** One decision on a finding. Decisions are only ever added: the last one holds. */
export interface TriageEntry {
  readonly id: number;
  readonly state: TriageState;
  readonly note: string;
  readonly owner?: string;
  /** The last day on which it holds (`YYYY-MM-DD`, UTC); afterwards the finding is open again. */
  readonly expires?: string;
  readonly token?: number;
  readonly at: Date;
}

export type Decision = Pick<TriageEntry, "state" | "note" | "owner" | "expires" | "token">;

/** Decides on a finding, in all its versions. Undefined where there is none. */
export async function triageFinding(rows: TenantRows, id: number, { state, note, owner, expires, token }: Decision): Promise<FindingRow | undefined> {
  const finding = await findingById(rows, id);
  if (finding === undefined) return undefined;
  const { repository, document } = finding;
  await rows
    .insertInto("muster.triage")
    .values({ tenant_id: rows.tenancy.tenant, repository_id: repository, finding_key: document.fingerprint, state, note, owner: owner ?? null, expires: expires ?? null, token_id: token ?? null })
    .execute();
  await rows.updateTable("muster.finding").set({ state }).where("repository_id", "=", repository).where("key", "=", document.fingerprint).execute();
  await recount(rows, repository);
  return findingById(rows, id);
}

/** What was decided on a finding, the newest first. */
export async function triageHistory(rows: TenantRows, repository: number, fingerprint: string): Promise<readonly TriageEntry[]> {
  const found = await sql<TriageRow>`select ${columns} from muster.triage as entry where entry.repository_id = ${repository} and entry.finding_key = ${fingerprint} order by entry.id desc`.execute(rows);
  return found.rows.map(entryOf);
}

/** The same of several findings, by their ids; those without a decision are left out. */
export async function triageHistories(rows: TenantRows, findings: readonly number[]): Promise<ReadonlyMap<number, readonly TriageEntry[]>> {
  const { rows: found } = await sql<TriageRow & { readonly finding: number }>`
    select item.id as finding, ${columns} from muster.finding as item join muster.triage as entry on entry.repository_id = item.repository_id and entry.finding_key = item.key
    where item.id = any (${`{${findings.join(",")}}`}::bigint[]) order by entry.id desc`.execute(rows);
  return new Map([...Map.groupBy(found, ({ finding }) => finding)].map(([finding, entries]) => [finding, entries.map(entryOf)]));
}

interface TriageRow {
  readonly id: number;
  readonly state: TriageState;
  readonly note: string;
  readonly owner: string | null;
  readonly expires: string | null;
  readonly token_id: number | null;
  readonly at: Date;
}

const columns = sql`entry.id, entry.state, entry.note, entry.owner, entry.expires::text as expires, entry.token_id, entry.at`;

function entryOf({ id, state, note, owner, expires, token_id, at }: TriageRow): TriageEntry {
  return {
    id,
    state,
    note,
    at,
    ...(owner !== null && { owner }),
    ...(expires !== null && { expires }),
    ...(token_id !== null && { token: token_id }),
  };
}
