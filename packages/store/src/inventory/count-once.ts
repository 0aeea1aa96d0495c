import { sql } from "kysely";
import type { TenantRows } from "../tenants/as-tenant.ts";

/** Totals that are kept of one database. */
const mostCounts = 5000;

interface Count {
  readonly snapshot: string;
  readonly total: Promise<number>;
}

/** Totals that were counted, each for one state of what its caller may see. */
export type Counts = Map<string, Count>;

/**
 * Counts what there is now once for each state of a tenant's repositories: everybody who looks at a list asks for the same
 * total, until a scan or a decision changes something. Each such change raises the version of its repository. What one scan found is not kept: it is
 * little.
 */
export async function countOnce(rows: TenantRows, kind: string, filter: object & { readonly scan?: number }, count: () => Promise<number>): Promise<number> {
  const { memory: { counts }, tenancy } = rows;
  if (filter.scan !== undefined) return count();
  const { rows: found } = await sql<{ readonly snapshot: string }>`select count(*) || '.' || coalesce(sum(version), 0) as snapshot from muster.repository`.execute(rows);
  const snapshot = found[0]?.snapshot ?? "";
  const key = JSON.stringify([tenancy.tenant, tenancy.repositories ?? null, kind, filter]);
  const known = counts.get(key);
  if (known?.snapshot === snapshot) return known.total;
  const total = count();
  counts.delete(key);
  counts.set(key, { snapshot, total });
  const [oldest] = counts.keys();
  if (counts.size > mostCounts && oldest !== undefined) counts.delete(oldest);
  // One that could not be counted is tried again by the next who asks.
  total.catch(() => {
    if (counts.get(key)?.total === total) counts.delete(key);
  });
  return total;
}
