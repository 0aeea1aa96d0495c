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
  const found = await rows
    .selectFrom("muster.triage")
    .select(["id", "state", "note", "owner", sql<string | null>`expires::text`.as("expires"), "token_id", "at"])
    .where("repository_id", "=", repository)
    .where("finding_key", "=", fingerprint)
    .orderBy("id", "desc")
    .execute();
  return found.map(({ id, state, note, owner, expires, token_id, at }) => ({
    id,
    state,
    note,
    at,
    ...(owner !== null && { owner }),
    ...(expires !== null && { expires }),
    ...(token_id !== null && { token: token_id }),
  }));
}
