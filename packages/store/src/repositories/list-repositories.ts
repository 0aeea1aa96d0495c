import { sql } from "kysely";
import { countRows, readPage, type List, type Order, type Page, type PageRequest } from "../inventory/page.ts";
import { holdsText } from "../inventory/sightings.ts";
import type { TenantRows } from "../tenants/as-tenant.ts";
import { repositoryColumns, repositoryOf, type Repository } from "./repositories.ts";

export interface RepositoryFilter {
  /** Text within the name. */
  readonly name?: string;
  readonly quarantined?: boolean;
}

const order: Order = { name: "name", columns: [{ column: "item.name", type: "text" }, { column: "item.id", type: "int8" }], descending: false };

export async function listRepositories(rows: TenantRows, filter: RepositoryFilter, request: PageRequest): Promise<Page<Repository>> {
  const { rows: found, ...page } = await readPage<Parameters<typeof repositoryOf>[0]>(rows, listOf(filter), order, request);
  return { ...page, rows: found.map((row) => ({ ...repositoryOf(row), cursor: row.cursor })) };
}

export function countRepositories(rows: TenantRows, filter: RepositoryFilter): Promise<number> {
  return countRows(rows, listOf(filter));
}

function listOf({ name, quarantined }: RepositoryFilter): List {
  return {
    select: sql.join(repositoryColumns.map((column) => sql.ref(`item.${column}`))),
    from: sql`muster.repository as item`,
    where: [...(name === undefined ? [] : [holdsText("item.name", name)]), ...(quarantined === undefined ? [] : [sql`(item.quarantined_at is not null) = ${quarantined}`])],
  };
}
