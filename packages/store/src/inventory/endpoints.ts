import type { Posture } from "@muster/contract";
import { sql, type RawBuilder } from "kysely";
import type { EndpointDocument } from "../schema/tables.ts";
import type { TenantRows } from "../tenants/as-tenant.ts";
import { countRows, readPage, type List, type Order, type Page, type PageRequest } from "./page.ts";
import { hasWords } from "./search.ts";
import { ofRepositories, seen, words, type Sighting } from "./sightings.ts";
import { isCounted, sumTotals } from "./totals.ts";

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
  /** Words of the path, each at least its beginning. */
  readonly path?: string;
  readonly postures?: readonly Posture[];
  readonly frameworks?: readonly string[];
  /** Text with which the folder of the application starts. */
  readonly folder?: string;
  /** Controls of which one fails. */
  readonly failing?: readonly string[];
  /** Controls of which one is indeterminate, or could not be analysed. */
  readonly undecided?: readonly string[];
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

export async function listEndpoints(rows: TenantRows, filter: EndpointFilter, order: EndpointOrder, page: PageRequest): Promise<Page<EndpointRow>> {
  return readPage<EndpointRow>(rows, await listOf(rows, filter), orders[order], page);
}

export async function countEndpoints(rows: TenantRows, filter: EndpointFilter): Promise<number> {
  return isCounted(filter, ["repositories", "methods", "postures", "frameworks"]) ? sumTotals(rows, "endpoint", [...ofRepositories(filter), ...conditions(filter)]) : countRows(rows, await listOf(rows, filter));
}

/** One version of an endpoint. */
export async function endpointById(rows: TenantRows, id: number): Promise<EndpointRow | undefined> {
  const { rows: found } = await sql<EndpointRow>`select ${columns} from muster.endpoint as item where item.id = ${id}`.execute(rows);
  return found[0];
}

const columns = sql`item.id, item.repository_id as repository, item.framework, item.folder, item.first_seen_at as "firstSeenAt", item.document`;

async function listOf(rows: TenantRows, filter: EndpointFilter): Promise<List> {
  const words = filter.path === undefined ? undefined : await hasWords(rows, "endpoint", filter.path, filter);
  return { select: columns, from: sql`muster.endpoint as item`, where: [...seen("endpoint", filter), ...(words === undefined ? [] : [words]), ...conditions(filter)] };
}

function conditions({ methods, postures, frameworks, folder, failing, undecided, firstSeenAfter }: EndpointFilter): readonly RawBuilder<unknown>[] {
  return [
    ...(methods === undefined ? [] : [sql`item.method = any (${words(methods.map((method) => method.toUpperCase()))})`]),
    ...(postures === undefined ? [] : [sql`item.posture = any (${words(postures)})`]),
    ...(frameworks === undefined ? [] : [sql`item.framework = any (${words(frameworks)})`]),
    ...(folder === undefined ? [] : [sql`starts_with(item.folder, ${folder})`]),
    ...(failing === undefined ? [] : [sql`item.failing && ${words(failing)}`]),
    ...(undecided === undefined ? [] : [sql`item.undecided && ${words(undecided)}`]),
    ...(firstSeenAfter === undefined ? [] : [sql`item.first_seen_at > ${firstSeenAfter}`]),
  ];
}
