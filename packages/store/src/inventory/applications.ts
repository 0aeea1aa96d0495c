import type { Application } from "@muster/contract";
import { sql } from "kysely";
import type { TenantRows } from "../tenants/as-tenant.ts";
import { countRows, readPage, type List, type Order, type Page, type PageRequest } from "./page.ts";
import { ofRepositories, seen, type Sighting } from "./sightings.ts";

export interface ApplicationRow {
  readonly id: number;
  readonly repository: number;
  readonly firstSeenAt: Date;
  readonly document: Application;
}

const order: Order = { name: "name", columns: [{ column: "item.name", type: "text" }, { column: "item.id", type: "int8" }], descending: false };

export function listApplications(rows: TenantRows, filter: Sighting, page: PageRequest): Promise<Page<ApplicationRow>> {
  return readPage<ApplicationRow>(rows, listOf(rows, filter), order, page);
}

export function countApplications(rows: TenantRows, filter: Sighting): Promise<number> {
  return countRows(rows, listOf(rows, filter));
}

function listOf({ tenancy }: TenantRows, filter: Sighting): List {
  return { select: sql`item.id, item.repository_id as repository, item.first_seen_at as "firstSeenAt", item.document`, from: sql`muster.application as item`, where: [seen("application", filter)], alternatives: ofRepositories(filter, tenancy) };
}
