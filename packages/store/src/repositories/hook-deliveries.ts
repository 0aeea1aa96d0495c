import type { Database } from "../database/database.ts";
import type { TenantRows } from "../tenants/as-tenant.ts";

/** Notes what a git host sent, by a digest of it. False where the same was sent before: it was taken in then. */
export async function noteDelivery(rows: TenantRows, repository: number, digest: string): Promise<boolean> {
  const noted = await rows.insertInto("muster.hook_delivery").values({ tenant_id: rows.tenancy.tenant, repository_id: repository, digest }).onConflict((conflict) => conflict.doNothing()).returning("digest").executeTakeFirst();
  return noted !== undefined;
}

/** Whose a repository is; for those who come without a token and have proved themselves otherwise. */
export async function tenantOf({ rows }: Database, repository: number): Promise<number | undefined> {
  return (await rows.selectFrom("muster.repository").select("tenant_id").where("id", "=", repository).executeTakeFirst())?.tenant_id;
}
