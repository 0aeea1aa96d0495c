import type { TenantRows } from "./as-tenant.ts";

/** Who did what. Rows are only ever added. */
export interface AuditEntry {
  readonly id: number;
  readonly action: string;
  readonly target: string;
  readonly detail: { readonly [key: string]: unknown };
  readonly at: Date;
  readonly token?: number;
}

/** Notes what a token's bearer changed, in the transaction that changes it. */
export async function audit(rows: TenantRows, token: number | undefined, action: string, target: string, detail: { readonly [key: string]: unknown } = {}): Promise<void> {
  await rows.insertInto("muster.audit").values({ tenant_id: rows.tenancy.tenant, token_id: token ?? null, action, target, detail: JSON.stringify(detail) }).execute();
}

/** The newest first. */
export async function listAudit(rows: TenantRows, limit: number): Promise<readonly AuditEntry[]> {
  const found = await rows.selectFrom("muster.audit").select(["id", "token_id", "action", "target", "detail", "at"]).orderBy("id", "desc").limit(limit).execute();
  return found.map(({ token_id, ...entry }) => ({ ...entry, ...(token_id !== null && { token: token_id }) }));
}
