import type { Finding, Severity, WaivedFinding } from "@muster/contract";
import { sql, type RawBuilder } from "kysely";
import type { TenantRows } from "../tenants/as-tenant.ts";
import { countRows, readPage, type List, type Order, type Page, type PageRequest } from "./page.ts";
import { severityRank } from "./severity-rank.ts";
import { holdsText, seen, words, type Sighting } from "./sightings.ts";
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
  /** Text within the message or the path. */
  readonly text?: string;
  readonly folder?: string;
  /** Of one endpoint, by its stable id. */
  readonly endpoint?: string;
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

export function listFindings(rows: TenantRows, filter: FindingFilter, order: FindingOrder, page: PageRequest): Promise<Page<FindingRow>> {
  return readPage<FindingRow>(rows, listOf(filter), orders[order], page);
}

export function countFindings(rows: TenantRows, filter: FindingFilter): Promise<number> {
  return countRows(rows, listOf(filter));
}

export async function findingById(rows: TenantRows, id: number): Promise<FindingRow | undefined> {
  const { rows: found } = await sql<FindingRow>`select ${columns} from muster.finding as item where item.id = ${id}`.execute(rows);
  return found[0];
}

const columns = sql`item.id, item.repository_id as repository, item.folder, item.waived, item.state, item.first_seen_at as "firstSeenAt", item.document`;

function listOf(filter: FindingFilter): List {
  return { select: columns, from: sql`muster.finding as item`, where: [...seen("finding", filter), ...conditions(filter)] };
}

function conditions({ rules, severities, states, waived = false, text, folder, endpoint, firstSeenAfter, secrets }: FindingFilter): readonly RawBuilder<unknown>[] {
  return [
    sql`item.waived = ${waived}`,
    ...(rules === undefined ? [] : [sql`item.rule = any (${words(rules)})`]),
    ...(severities === undefined ? [] : [sql`item.severity = any (${`{${severities.map(severityRank).join(",")}}`}::smallint[])`]),
    ...(states === undefined ? [] : [sql`item.state = any (${words(states)})`]),
    ...(text === undefined ? [] : [sql`(${holdsText("item.message", text)} or ${holdsText("item.path", text)})`]),
    ...(folder === undefined ? [] : [sql`starts_with(item.folder, ${folder})`]),
    ...(endpoint === undefined ? [] : [sql`item.endpoint_key = ${endpoint}`]),
    ...(firstSeenAfter === undefined ? [] : [sql`item.first_seen_at > ${firstSeenAfter}`]),
    ...(secrets === undefined ? [] : [sql`starts_with(item.rule, 'secrets/') = ${secrets}`]),
  ];
}
