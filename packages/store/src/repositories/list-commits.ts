import { sql } from "kysely";
import { countRows, readPage, type List, type Order, type Page, type PageRequest } from "../inventory/page.ts";
import type { TenantRows } from "../tenants/as-tenant.ts";

/** A commit that the service came by: a ref named it, or a scan of it was asked for. */
export interface Commit {
  readonly sha: string;
  readonly committedAt: Date;
  /** Whether it was on the repository's main ref when it was fetched. */
  readonly onMain: boolean;
  readonly repository: number;
  readonly scan?: number;
}

const order: Order = { name: "commit", columns: [{ column: "item.committed_at", type: "timestamptz" }, { column: "item.sha", type: "text" }], descending: true };

/** The newest first. */
export async function listCommits(rows: TenantRows, repository: number, request: PageRequest): Promise<Page<Commit>> {
  const { rows: found, ...page } = await readPage<Omit<Commit, "scan"> & { readonly scan: number | null }>(rows, listOf(repository), order, request);
  return { ...page, rows: found.map(({ scan, ...commit }) => ({ ...commit, ...(scan !== null && { scan }) })) };
}

export function countCommits(rows: TenantRows, repository: number): Promise<number> {
  return countRows(rows, listOf(repository));
}

function listOf(repository: number): List {
  return {
    select: sql`item.sha, item.committed_at as "committedAt", item.on_main as "onMain", item.repository_id as repository,
      (select scan.id from muster.scan as scan where scan.repository_id = item.repository_id and scan.commit_sha = item.sha and scan.state <> 'superseded') as scan`,
    from: sql`muster.commit as item`,
    where: [sql`item.repository_id = ${repository}`],
  };
}
