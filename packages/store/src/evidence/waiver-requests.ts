import type { TenantRows } from "../tenants/as-tenant.ts";

/** What someone asks to be waived: as it will stand in the ledger, without who approves it. */
export interface WaiverWish {
  readonly control: string;
  readonly endpoint?: string;
  readonly finding?: string;
  readonly reason: string;
  readonly compensating: string;
  readonly requester: string;
  readonly expires: string;
  readonly ticket?: string;
}

/** A wish on its way: another token approves it, and then it stands in the ledger. */
export interface WaiverRequestRow {
  readonly id: number;
  readonly repository: number;
  readonly waiver: WaiverWish;
  /** The token that asked. */
  readonly requestedBy: number;
  readonly requestedAt: Date;
  /** Its place in the ledger, once it is approved. */
  readonly sequence?: number;
}

export async function requestWaiver(rows: TenantRows, repository: number, waiver: WaiverWish, token: number): Promise<WaiverRequestRow> {
  const row = await rows.insertInto("muster.waiver_request").values({ tenant_id: rows.tenancy.tenant, repository_id: repository, waiver: JSON.stringify(waiver), requested_by: token, approved_by: null, sequence: null }).returningAll().executeTakeFirstOrThrow();
  return rowOf(row);
}

/** One that nobody approved yet; held, so that two do not approve it at once. */
export async function openWaiver(rows: TenantRows, id: number): Promise<WaiverRequestRow | undefined> {
  const row = await rows.selectFrom("muster.waiver_request").selectAll().where("id", "=", id).where("sequence", "is", null).forUpdate().executeTakeFirst();
  return row === undefined ? undefined : rowOf(row);
}

export async function openWaivers(rows: TenantRows, repository: number): Promise<readonly WaiverRequestRow[]> {
  return (await rows.selectFrom("muster.waiver_request").selectAll().where("repository_id", "=", repository).where("sequence", "is", null).orderBy("id").limit(200).execute()).map(rowOf);
}

export async function placeWaiver(rows: TenantRows, id: number, token: number, sequence: number): Promise<void> {
  await rows.updateTable("muster.waiver_request").set({ approved_by: token, sequence }).where("id", "=", id).execute();
}

function rowOf({ id, repository_id, waiver, requested_by, requested_at, sequence }: { readonly id: number; readonly repository_id: number; readonly waiver: WaiverWish; readonly requested_by: number; readonly requested_at: Date; readonly sequence: number | null }): WaiverRequestRow {
  return { id, repository: repository_id, waiver, requestedBy: requested_by, requestedAt: requested_at, ...(sequence !== null && { sequence }) };
}
