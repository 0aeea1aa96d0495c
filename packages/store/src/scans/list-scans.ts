import { sql } from "kysely";
import { countRows, readPage, type List, type Order, type Page, type PageRequest } from "../inventory/page.ts";
import type { TenantRows } from "../tenants/as-tenant.ts";
import type { ScanState } from "./scan.ts";
import { scanColumns, scanOf, type Scan, type ScanRow } from "./scans.ts";

export interface ScanFilter {
  readonly repository?: number;
  readonly states?: readonly ScanState[];
}

const order: Order = { name: "newest", columns: [{ column: "item.id", type: "int8" }], descending: true };

/** The newest first. */
export async function listScans(rows: TenantRows, filter: ScanFilter, request: PageRequest): Promise<Page<Scan>> {
  const { rows: found, ...page } = await readPage<ScanRow>(rows, listOf(filter), order, request);
  return { ...page, rows: found.map((row) => ({ ...scanOf(row), cursor: row.cursor })) };
}

export function countScans(rows: TenantRows, filter: ScanFilter): Promise<number> {
  return countRows(rows, listOf(filter));
}

function listOf({ repository, states }: ScanFilter): List {
  return {
    select: sql.join(scanColumns.map((column) => sql.ref(`item.${column}`))),
    from: sql`muster.scan as item`,
    where: repository === undefined ? [] : [sql`item.repository_id = ${repository}`],
    alternatives: states === undefined ? [] : [{ column: "item.state", type: "text", values: states }],
  };
}
