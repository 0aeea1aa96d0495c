import type { ControlStatus, Posture } from "@muster/contract";
import { sql, type RawBuilder } from "kysely";
import type { EndpointDocument } from "../schema/tables.ts";
import type { TenantRows } from "../tenants/as-tenant.ts";
import { countRows, readPage, type List, type Order, type Page, type PageRequest } from "./page.ts";
import { holdsText, seen, words, type Sighting } from "./sightings.ts";

/** An endpoint as one or more scans found it. */
export interface EndpointRow {
  readonly id: number;
  readonly repository: number;
  readonly framework: string;
  readonly folder: string;
  readonly firstSeenAt: Date;
  readonly document: EndpointDocument;
}

/** Each list is of alternatives; what is absent does not narrow. */
export interface EndpointFilter extends Sighting {
  readonly methods?: readonly string[];
  /** Text within the path. */
  readonly path?: string;
  readonly postures?: readonly Posture[];
  readonly frameworks?: readonly string[];
  /** Text with which the folder of the application starts. */
  readonly folder?: string;
  /** Controls of which one has this status: `fail` or `indeterminate` (which stands for `error`, too). */
  readonly controls?: { readonly ids: readonly string[]; readonly status: Extract<ControlStatus, "fail" | "indeterminate"> };
  readonly firstSeenAfter?: Date;
}

const byId: Order["columns"][number] = { column: "item.id", type: "int8" };
const byPath: Order["columns"][number] = { column: "item.path", type: "text" };

export type EndpointOrder = "path" | "posture" | "newest";

const orders: Readonly<Record<EndpointOrder, Order>> = {
  path: { name: "path", columns: [byPath, byId], descending: false },
  posture: { name: "posture", columns: [{ column: "item.posture", type: "text" }, byPath, byId], descending: false },
  newest: { name: "newest", columns: [{ column: "item.first_seen_at", type: "timestamptz" }, byId], descending: true },
};

export function listEndpoints(rows: TenantRows, filter: EndpointFilter, order: EndpointOrder, page: PageRequest): Promise<Page<EndpointRow>> {
  return readPage<EndpointRow>(rows, listOf(filter), orders[order], page);
}

export function countEndpoints(rows: TenantRows, filter: EndpointFilter): Promise<number> {
  return countRows(rows, listOf(filter));
}

/** One version of an endpoint. */
export async function endpointById(rows: TenantRows, id: number): Promise<EndpointRow | undefined> {
  const { rows: found } = await sql<EndpointRow>`select ${columns} from muster.endpoint as item where item.id = ${id}`.execute(rows);
  return found[0];
}

const columns = sql`item.id, item.repository_id as repository, item.framework, item.folder, item.first_seen_at as "firstSeenAt", item.document`;

function listOf(filter: EndpointFilter): List {
  return { select: columns, from: sql`muster.endpoint as item`, where: [...seen("endpoint", filter), ...conditions(filter)] };
}

function conditions({ methods, path, postures, frameworks, folder, controls, firstSeenAfter }: EndpointFilter): readonly RawBuilder<unknown>[] {
  return [
    ...(methods === undefined ? [] : [sql`item.method = any (${words(methods.map((method) => method.toUpperCase()))})`]),
    ...(path === undefined ? [] : [holdsText("item.path", path)]),
    ...(postures === undefined ? [] : [sql`item.posture = any (${words(postures)})`]),
    ...(frameworks === undefined ? [] : [sql`item.framework = any (${words(frameworks)})`]),
    ...(folder === undefined ? [] : [sql`starts_with(item.folder, ${folder})`]),
    ...(controls === undefined ? [] : [sql`${sql.ref(controls.status === "fail" ? "item.failing" : "item.undecided")} && ${words(controls.ids)}`]),
    ...(firstSeenAfter === undefined ? [] : [sql`item.first_seen_at > ${firstSeenAfter}`]),
  ];
}
