import type { RuleMeta } from "@muster/contract";
import { sql } from "kysely";
import type { TenantRows } from "../tenants/as-tenant.ts";
import { jsonbText } from "./jsonb-text.ts";

/** Keeps the rules that a scan ran, as it had them. */
export async function keepRules(rows: TenantRows, rules: readonly RuleMeta[]): Promise<void> {
  if (rules.length === 0) return;
  // What is known as it is now is not touched: a row in conflict is locked until the end, and results of one tenant would be kept one after the other.
  // In one order, so that two workers do not wait for each other in a circle.
  await sql`
    insert into muster.rule (tenant_id, rule, meta)
    select ${rows.tenancy.tenant}::bigint, meta ->> 'id', meta from jsonb_array_elements(${jsonbText(rules)}::jsonb) as meta
    where not exists (select from muster.rule as known where known.tenant_id = ${rows.tenancy.tenant} and known.rule = meta ->> 'id' and known.meta = meta) order by meta ->> 'id'
    on conflict (tenant_id, rule) do update set meta = excluded.meta, seen_at = now()`.execute(rows);
}
