import type { Finding, Severity, WaivedFinding } from "@muster/contract";
import { sql, type RawBuilder } from "kysely";
import type { TenantRows } from "../tenants/as-tenant.ts";
import type { Alternatives } from "./alternatives.ts";
import type { AttributeFilter } from "./attribute-terms.ts";
import { countOnce } from "./count-once.ts";
import { countRows, readPage, type List, type Order, type Page, type PageRequest } from "./page.ts";
import { severityRank } from "./severity-rank.ts";
import { hasAttributes, hasWords } from "./search.ts";
import { ofRepositories, seen, startsWith, type Sighting } from "./sightings.ts";
import { isCounted, sumTotals } from "./totals.ts";
import type { TriageState } from "./triage-state.ts";

/** A finding as one or more scans found it, and what people decided of it. */
export interface FindingRow {
  readonly id: number;
  readonly repository: number;
  readonly folder: string;
  readonly waived: boolean;
  readonly state: TriageState;
  readonly firstSeenAt: Date;
  readonly document: Finding | WaivedFinding;
}

/** Each list is of alternatives; what is absent does not narrow. */
export interface FindingFilter extends Sighting {
  readonly rules?: readonly string[];
  readonly severities?: readonly Severity[];
  readonly states?: readonly TriageState[];
  /** Without it waived findings are left out. */
  readonly waived?: boolean;
  /** Words of the message or the path; of the last one its beginning is enough. */
  readonly text?: string;
  readonly folder?: string;
  /** Of one endpoint, by its stable id. */
  readonly endpoint?: string;
  /** Attributes that it has all of. */
  readonly attributes?: readonly AttributeFilter[];
  readonly firstSeenAfter?: Date;
  /** Credentials alone, or all but them. */
  readonly secrets?: boolean;
}

const byId: Order["columns"][number] = { column: "item.id", type: "int8" };

/** `severity`: the worst first. */
export type FindingOrder = "severity" | "newest" | "rule";

const orders: Readonly<Record<FindingOrder, Order>> = {
  severity: { name: "severity", columns: [{ column: "item.severity", type: "int8" }, byId], descending: false },
  newest: { name: "newest", columns: [{ column: "item.first_seen_at", type: "timestamptz" }, byId], descending: true },
  rule: { name: "rule", columns: [{ column: "item.rule", type: "text" }, { column: "item.severity", type: "int8" }, byId], descending: false },
};

export async function listFindings(rows: TenantRows, filter: FindingFilter, order: FindingOrder, page: PageRequest): Promise<Page<FindingRow>> {
  return readPage<FindingRow>(rows, await listOf(rows, filter), orders[order], page);
}

export function countFindings(rows: TenantRows, filter: FindingFilter): Promise<number> {
  return countOnce(rows, "finding", filter, async () =>
    isCounted(filter, ["repositories", "rules", "severities", "states", "waived", "secrets"]) ? sumTotals(rows, "finding", alternatives(rows, filter), flags(filter)) : countRows(rows, await listOf(rows, filter)),
  );
}

export async function findingById(rows: TenantRows, id: number): Promise<FindingRow | undefined> {
  const { rows: found } = await sql<FindingRow>`select ${columns} from muster.finding as item where item.id = ${id}`.execute(rows);
  return found[0];
}

const columns = sql`item.id, item.repository_id as repository, item.folder, item.waived, item.state, item.first_seen_at as "firstSeenAt", item.document`;

async function listOf(rows: TenantRows, filter: FindingFilter): Promise<List> {
  const { text, folder, endpoint, attributes, firstSeenAfter } = filter;
  return {
    select: columns,
    from: sql`muster.finding as item`,
    where: [
      seen("finding", filter),
      ...flags(filter),
      ...(text === undefined ? [] : await hasWords(rows, "finding", text, filter)),
      ...(folder === undefined ? [] : [startsWith("item.folder", folder)]),
      ...(endpoint === undefined ? [] : [sql`item.endpoint_key = ${endpoint}`]),
      ...(attributes === undefined ? [] : [await hasAttributes(rows, "finding", attributes, filter)]),
      ...(firstSeenAfter === undefined ? [] : [sql`item.first_seen_at > ${firstSeenAfter}`]),
    ],
    alternatives: alternatives(rows, filter),
  };
}

/** As they stand in the indexes: a comparison with a parameter would find none of them. */
function flags({ waived = false, secrets }: FindingFilter): readonly RawBuilder<unknown>[] {
  return [waived ? sql`item.waived` : sql`not item.waived`, ...(secrets === undefined ? [] : [secrets ? sql`item.secret` : sql`not item.secret`])];
}

function alternatives({ tenancy }: TenantRows, { repositories, rules, severities, states }: FindingFilter): readonly Alternatives[] {
  return [
    ...ofRepositories({ repositories }, tenancy),
    ...(rules === undefined ? [] : [{ column: "item.rule", type: "text" as const, values: rules }]),
    ...(states === undefined ? [] : [{ column: "item.state", type: "text" as const, values: states }]),
    ...(severities === undefined ? [] : [{ column: "item.severity", type: "smallint" as const, values: severities.map(severityRank) }]),
  ];
}
