import type { RuleMeta } from "@muster/contract";
import type { TenantRows } from "../tenants/as-tenant.ts";

/** Every rule that scans of a tenant ran, as the last of them had it, by id. */
export async function listRules(rows: TenantRows): Promise<readonly RuleMeta[]> {
  return (await rows.selectFrom("muster.rule").select("meta").orderBy("rule").execute()).map(({ meta }) => meta);
}
