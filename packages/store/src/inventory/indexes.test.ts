import { CompiledQuery, Kysely, PostgresDialect, sql } from "kysely";
import { Pool, types } from "pg";
import { describe, expect, test } from "vitest";
import { emptyMemory } from "../database/memory.ts";
import { listRepositories } from "../repositories/list-repositories.ts";
import { keepRefs, registerRepository } from "../repositories/repositories.ts";
import { keepResult } from "../scans/keep-result.ts";
import { listScans } from "../scans/list-scans.ts";
import { requestScan } from "../scans/scans.ts";
import type { Tables } from "../schema/tables.ts";
import { asTenant, ensureTenant, type TenantRows } from "../tenants/as-tenant.ts";
import { onEachEngine, openTestDatabase } from "../test-support/databases.ts";
import { sampleResult } from "../test-support/sample-result.ts";
import { countEndpoints, listEndpoints, type EndpointFilter, type EndpointOrder } from "./endpoints.ts";
import { countFindings, listFindings, type FindingFilter, type FindingOrder } from "./findings.ts";

/** What dashboards ask: each filter in each order in which a list comes. */
const endpointFilters: readonly EndpointFilter[] = [{}, { postures: ["public"] }, { postures: ["public", "unknown"] }, { methods: ["DELETE"] }, { methods: ["POST", "DELETE"], postures: ["public"] }, { frameworks: ["flask"] }, { repositories: [2] }, { repositories: [1, 2] }, { path: "invoices" }, { failing: ["AUTHN-01"] }, { undecided: ["AUTHN-01"] }];
const findingFilters: readonly FindingFilter[] = [{}, { severities: ["critical"] }, { severities: ["critical", "high"] }, { rules: ["auth/public-write"] }, { states: ["accepted"] }, { states: ["open", "confirmed"], severities: ["high"] }, { waived: true }, { secrets: true }, { repositories: [1, 2] }, { endpoint: "none" }, { text: "number 7 of shop" }];
/** Each filter in the order that it usually comes in, and the others where a dashboard has them. */
const asks: readonly ((rows: TenantRows) => Promise<unknown>)[] = [
  ...endpointFilters.flatMap((filter) => (["path", ...(Object.keys(filter).every((name) => name === "postures") ? ["newest" as const] : [])] as EndpointOrder[]).map((order) => (rows: TenantRows) => listEndpoints(rows, filter, order, { size: 20 }))),
  ...findingFilters.flatMap((filter) => (["severity", ...(Object.keys(filter).length === 0 ? ["newest" as const, "rule" as const] : [])] as FindingOrder[]).map((order) => (rows: TenantRows) => listFindings(rows, filter, order, { size: 20 }))),
  ...endpointFilters.map((filter) => (rows: TenantRows) => countEndpoints(rows, filter)),
  ...findingFilters.map((filter) => (rows: TenantRows) => countFindings(rows, filter)),
  (rows) => listScans(rows, {}, { size: 20 }),
  (rows) => listScans(rows, { states: ["failed", "quarantined"] }, { size: 20 }),
  (rows) => listScans(rows, { repository: 1 }, { size: 20 }),
  (rows) => listRepositories(rows, {}, { size: 20 }),
];

interface Plan {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Cond"?: string;
  readonly Filter?: string;
  readonly Plans?: readonly Plan[];
}

/** What a plan does that grows with the tables: reading one whole, passing rows by until one is chosen, or sorting what no limit bounds. */
function burdens(plan: Plan): readonly string[] {
  const chosen = plan.Filter?.match(/\b(?:posture|method|framework|rule|state|severity|endpoint_key)\b/u)?.[0];
  return [
    ...(plan["Node Type"] === "Seq Scan" ? [`reads all of ${plan["Relation Name"]}`] : []),
    ...(plan["Node Type"] === "Sort" && !isBounded(plan) ? ["sorts"] : []),
    ...(chosen === undefined || plan["Relation Name"]?.endsWith("_total") === true ? [] : [`looks for ${chosen} row by row`]),
    ...(plan.Plans ?? []).flatMap(burdens),
  ];
}

/** Whether what comes in is bounded: by a limit, or by rows that are named one by one. */
function isBounded(plan: Plan): boolean {
  return plan["Node Type"] === "Limit" || plan["Index Cond"]?.includes("(id = ANY") === true || (plan.Plans ?? []).some((part) => part["Node Type"] !== "Result" && isBounded(part));
}

onEachEngine((engine) => {
  describe.skipIf(engine === "pglite")("plans", () => {
    test("no list and no total reads a table whole or sorts what is not bounded", async () => {
      await using held = await openTestDatabase("postgres");
      const tenant = await ensureTenant(held.database.rows, "default");
      for (const name of ["shop", "second", "third"]) {
        await asTenant(held.database, { tenant }, async (rows) => {
          const commit = "a".repeat(40);
          const { repository } = await registerRepository(rows, { name, location: `/${name}` });
          await keepRefs(rows, repository.id, { mainRef: "refs/heads/main", refs: [{ name: "refs/heads/main", commit }], commits: [] });
          const { scan } = await requestScan(rows, { repository: repository.id, reference: commit, priority: "batch" });
          const result = sampleResult({ name, commit, endpoints: 600, findings: 600 });
          await keepResult(rows, scan.id, { result, json: "{}" });
        });
      }
      await sql`analyze`.execute(held.database.rows);
      if (held.place.kind !== "postgres") throw new Error("it is on a server");
      const asked: { readonly text: string; readonly values: readonly unknown[] }[] = [];
      const pool = new Pool({ connectionString: held.place.url, max: 1, types: { getTypeParser: (oid, format) => (oid === 20 ? Number : types.getTypeParser(oid, format)) } });
      const rows = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }), log: ({ query }) => void (/from muster\.|from "muster"/u.test(query.sql) && asked.push({ text: query.sql, values: query.parameters })) });
      try {
        for (const ask of asks) await asTenant({ ...held.database, rows, memory: emptyMemory() }, { tenant }, ask);
        const found = new Set<string>();
        await asTenant({ ...held.database, rows }, { tenant }, async (own) => {
          // What three repositories hold is read whole soonest: what is there for many is asked for.
          await sql.raw("set local enable_seqscan = off; set local enable_sort = off; set local enable_bitmapscan = off").execute(own);
          for (const { text, values } of asked.slice()) {
            const { rows: [explained] } = await own.executeQuery<{ readonly "QUERY PLAN": readonly { readonly Plan: Plan }[] }>(CompiledQuery.raw(`explain (format json) ${text}`, [...values]));
            for (const burden of explained?.["QUERY PLAN"].flatMap(({ Plan: plan }) => burdens(plan)) ?? ["it has no plan"]) found.add(`${burden}: ${text} ${JSON.stringify(values)}`);
          }
        });
        expect([...found]).toEqual([]);
        expect(asked.length).toBeGreaterThan(asks.length);
      } finally {
        await rows.destroy();
      }
    }, 120_000);
  });
});
