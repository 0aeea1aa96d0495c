import type { Posture } from "@muster/contract";
import { sql } from "kysely";
import type { EndpointDocument } from "../schema/tables.ts";
import type { TenantRows } from "../tenants/as-tenant.ts";
import type { Alternatives } from "./alternatives.ts";
import type { AttributeFilter } from "./attribute-terms.ts";
import { countOnce } from "./count-once.ts";
import { countRows, readPage, type List, type Order, type Page, type PageRequest } from "./page.ts";
import { hasAttributes, hasControls, hasWords } from "./search.ts";
import { ofRepositories, seen, startsWith, type Sighting } from "./sightings.ts";
import { isCounted, sumControls, sumTotals } from "./totals.ts";

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
  /** Words of the path; of the last one its beginning is enough. */
  readonly path?: string;
  readonly postures?: readonly Posture[];
  readonly frameworks?: readonly string[];
  /** Text with which the folder of the application starts. */
  readonly folder?: string;
  /** Controls of which one fails. */
  readonly failing?: readonly string[];
  /** Controls of which one is indeterminate, or could not be analysed. */
  readonly undecided?: readonly string[];
  /** Attributes that it has all of. */
  readonly attributes?: readonly AttributeFilter[];
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

export function countEndpoints(rows: TenantRows, filter: EndpointFilter): Promise<number> {
  return countOnce(rows, "endpoint", filter, async () => {
    if (isCounted(filter, ["repositories", "methods", "postures", "frameworks"])) return sumTotals(rows, "endpoint", alternatives(rows, filter), []);
    for (const what of ["failing", "undecided"] as const) {
      const controls = filter[what];
      if (controls?.length === 1 && isCounted(filter, ["repositories", what])) return sumControls(rows, what, controls, ofRepositories(filter, rows.tenancy));
    }
    return countRows(rows, await listOf(rows, filter));
  });
}

/** One version of an endpoint. */
export async function endpointById(rows: TenantRows, id: number): Promise<EndpointRow | undefined> {
  const { rows: found } = await sql<EndpointRow>`select ${columns} from muster.endpoint as item where item.id = ${id}`.execute(rows);
  return found[0];
}

const columns = sql`item.id, item.repository_id as repository, item.framework, item.folder, item.first_seen_at as "firstSeenAt", item.document`;

async function listOf(rows: TenantRows, filter: EndpointFilter): Promise<List> {
  const { path, folder, failing, undecided, attributes, firstSeenAfter } = filter;
  return {
    select: columns,
    from: sql`muster.endpoint as item`,
    where: [
      seen("endpoint", filter),
      ...(path === undefined ? [] : await hasWords(rows, "endpoint", path, filter)),
      ...(failing === undefined ? [] : [await hasControls(rows, "failing", failing, filter)]),
      ...(undecided === undefined ? [] : [await hasControls(rows, "undecided", undecided, filter)]),
      ...(folder === undefined ? [] : [startsWith("item.folder", folder)]),
      ...(attributes === undefined ? [] : [await hasAttributes(rows, "endpoint", attributes, filter)]),
      ...(firstSeenAfter === undefined ? [] : [sql`item.first_seen_at > ${firstSeenAfter}`]),
    ],
    alternatives: alternatives(rows, filter),
  };
}

function alternatives({ tenancy }: TenantRows, { repositories, methods, postures, frameworks }: EndpointFilter): readonly Alternatives[] {
  return [
    ...ofRepositories({ repositories }, tenancy),
    ...(postures === undefined ? [] : [{ column: "item.posture", type: "text" as const, values: postures }]),
    ...(methods === undefined ? [] : [{ column: "item.method", type: "text" as const, values: methods.map((method) => method.toUpperCase()) }]),
    ...(frameworks === undefined ? [] : [{ column: "item.framework", type: "text" as const, values: frameworks }]),
  ];
}
