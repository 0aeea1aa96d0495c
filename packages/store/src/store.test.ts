import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { countFindings, findingById, listFindings } from "./inventory/findings.ts";
import { countEndpoints, listEndpoints } from "./inventory/endpoints.ts";
import { listRules } from "./inventory/rules.ts";
import { triageFinding, triageHistory } from "./inventory/triage.ts";
import { keepRefs, lockRepository, registerRepository, repositoryById } from "./repositories/repositories.ts";
import { eventsAfter, lastEvent } from "./scans/events.ts";
import { controlTotals, keepResult, readResult } from "./scans/keep-result.ts";
import { keepRules } from "./scans/keep-rules.ts";
import { makeCurrent } from "./scans/make-current.ts";
import { bindCommit, endScan, noteProgress, requestScan, scanById, startScan } from "./scans/scans.ts";
import { migrations } from "./schema/migrations.ts";
import { emptyDatabase, onEachEngine, openTestDatabase, type TestDatabase } from "./test-support/databases.ts";
import { sampleResult, type SampleRequest } from "./test-support/sample-result.ts";
import { openDatabase } from "./database/open-database.ts";
import { asTenant, ensureTenant } from "./tenants/as-tenant.ts";
import { bearerOf, createFirstToken, createToken, revokeToken } from "./tenants/tokens.ts";
import { migrate } from "./schema/migrate.ts";
import type { TenantRows } from "./tenants/as-tenant.ts";

const first = "a".repeat(40);
const second = "b".repeat(40);

onEachEngine((engine) => {
  let held: TestDatabase;
  beforeAll(async () => {
    held = await openTestDatabase(engine);
  }, 120_000);
  afterAll(() => held[Symbol.asyncDispose]());

  async function shop(rows: TenantRows, shopName = "shop"): Promise<number> {
    const { repository } = await registerRepository(rows, { name: shopName, location: `https://git.example.com/${shopName}` });
    await keepRefs(rows, repository.id, { mainRef: "refs/heads/main", refs: [{ name: "refs/heads/main", commit: first }], commits: [{ sha: first, committedAt: new Date("2026-01-01") }, { sha: second, committedAt: new Date("2026-01-02") }] });
    return repository.id;
  }

  async function scanned(rows: TenantRows, repository: number, request: SampleRequest): Promise<number> {
    const { scan } = await requestScan(rows, { repository, reference: request.commit, priority: "batch" });
    await startScan(rows, scan.id);
    const result = sampleResult(request);
    expect((await keepResult(rows, scan.id, { result, json: JSON.stringify(result) })).status).toBe("kept");
    return scan.id;
  }

  test("a result is kept whole, and once", async () => {
    const { run } = await held.tenant();
    await run(async (rows) => {
      const repository = await shop(rows);
      const request = { name: "shop", commit: first, endpoints: 25, findings: 40 };
      const scan = await scanned(rows, repository, request);
      const json = JSON.stringify(sampleResult(request));
      expect(await readResult(rows, scan)).toBe(json);
      expect(await keepResult(rows, scan, { result: sampleResult(request), json })).toEqual({ status: "settled" });
      expect(await countEndpoints(rows, {})).toBe(25);
      expect(await countFindings(rows, {})).toBe(40);
      expect(await scanById(rows, scan)).toMatchObject({ state: "complete", summary: { endpoints: { protected: 15, public: 5, unknown: 5 } } });
      expect((await controlTotals(rows, scan)).map(({ control, failed }) => [control, failed])).toEqual([["AUTHN-01", 5], ["AUTHZ-FN-01", 5], ["AUTHZ-OBJ-01", 5]]);
      expect((await requestScan(rows, { repository, reference: first, priority: "batch" })).status).toBe("known");
    });
  });

  test.runIf(engine === "postgres")("rules that are known already make no result wait for another", async () => {
    const { run } = await held.tenant();
    const { rules } = sampleResult({ name: "shop", commit: first, endpoints: 0, findings: 0 });
    await run((rows) => keepRules(rows, rules));
    await run(async (rows) => {
      await keepRules(rows, rules);
      // The first transaction is still open.
      await run(async (others) => {
        await sql`set local lock_timeout = '2s'`.execute(others);
        await keepRules(others, rules);
      });
    });
    expect(await run(listRules)).toEqual(rules.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  });

  test("what breaks off while a result is kept leaves nothing of it", async () => {
    const { run } = await held.tenant();
    const repository = await run((rows) => shop(rows));
    const { scan } = await run((rows) => requestScan(rows, { repository, reference: first, priority: "batch" }));
    const result = sampleResult({ name: "shop", commit: first, endpoints: 5, findings: 5 });
    await expect(run(async (rows) => {
      await keepResult(rows, scan.id, { result, json: JSON.stringify(result) });
      throw new Error("the worker is gone");
    })).rejects.toThrow("the worker is gone");
    await run(async (rows) => {
      expect(await countFindings(rows, { scan: scan.id })).toBe(0);
      expect(await readResult(rows, scan.id)).toBeUndefined();
      expect((await scanById(rows, scan.id))?.state).toBe("queued");
    });
  });

  test("now is what the main ref's commit holds, forward and back", async () => {
    const { run } = await held.tenant();
    await run(async (rows) => {
      const repository = await shop(rows);
      await scanned(rows, repository, { name: "shop", commit: second, endpoints: 3, findings: 2 });
      expect(await countEndpoints(rows, {})).toBe(0);
      const old = await scanned(rows, repository, { name: "shop", commit: first, endpoints: 2, findings: 1 });
      expect([await countEndpoints(rows, {}), await countFindings(rows, {})]).toEqual([2, 1]);
      const move = async (commit: string): Promise<void> => {
        await keepRefs(rows, repository, { refs: [{ name: "refs/heads/main", commit }], commits: [] });
        await makeCurrent(rows, repository);
      };
      await move(second);
      expect([await countEndpoints(rows, {}), await countFindings(rows, {})]).toEqual([3, 2]);
      await move(first);
      expect([await countEndpoints(rows, {}), await countFindings(rows, {})]).toEqual([2, 1]);
      expect((await repositoryById(rows, repository))?.currentScan).toBe(old);
      expect(await countEndpoints(rows, { scan: old + 1_000_000 })).toBe(0);
    });
  });

  test("a finding that moved is the same finding: first seen with the oldest commit, and decided", async () => {
    const { run } = await held.tenant();
    await run(async (rows) => {
      const repository = await shop(rows);
      await scanned(rows, repository, { name: "shop", commit: second, endpoints: 1, findings: 1, shift: 5 });
      const [later] = (await listFindings(rows, { scan: (await requestScan(rows, { repository, reference: second, priority: "batch" })).scan.id }, "severity", { size: 5 })).rows;
      expect(later?.firstSeenAt).toEqual(new Date("2026-01-02"));
      await triageFinding(rows, later?.id ?? 0, { state: "accepted", note: "known", owner: "ann", expires: "2027-01-31" });
      await scanned(rows, repository, { name: "shop", commit: first, endpoints: 1, findings: 1 });
      const [now] = (await listFindings(rows, {}, "newest", { size: 5 })).rows;
      expect(now).toMatchObject({ state: "accepted", firstSeenAt: new Date("2026-01-01") });
      expect(now?.id).not.toBe(later?.id);
      expect((await findingById(rows, later?.id ?? 0))?.firstSeenAt).toEqual(new Date("2026-01-01"));
      expect(await triageHistory(rows, repository, now?.document.fingerprint ?? "")).toMatchObject([{ state: "accepted", owner: "ann", expires: "2027-01-31" }]);
    });
  });

  test("pages cover a list without gaps, from both ends, whatever the order", async () => {
    const { run } = await held.tenant();
    await run(async (rows) => {
      await scanned(rows, await shop(rows), { name: "shop", commit: first, endpoints: 23, findings: 0 });
      for (const order of ["path", "posture", "newest"] as const) {
        const whole = (await listEndpoints(rows, {}, order, { size: 100 })).rows.map(({ id }) => id);
        const forward: number[] = [];
        for (let after: string | undefined; ;) {
          const page = await listEndpoints(rows, {}, order, { size: 5, ...(after !== undefined && { after }) });
          forward.push(...page.rows.map(({ id }) => id));
          after = page.rows.at(-1)?.cursor;
          if (!page.hasNext) break;
        }
        const backward: number[] = [];
        for (let before: string | undefined; ;) {
          const page = await listEndpoints(rows, {}, order, { size: 5, backward: true, ...(before !== undefined && { before }) });
          backward.unshift(...page.rows.map(({ id }) => id));
          before = page.rows[0]?.cursor;
          if (!page.hasPrevious) break;
        }
        expect(forward).toEqual(whole);
        expect(backward).toEqual(whole);
      }
      await expect(listEndpoints(rows, {}, "path", { size: 5, after: "bm9uZQ" })).rejects.toThrow("another list or order");
    });
  });

  test("filters narrow, and text is no pattern", async () => {
    const { run } = await held.tenant();
    await run(async (rows) => {
      await scanned(rows, await shop(rows), { name: "shop", commit: first, endpoints: 20, findings: 20 });
      expect(await countEndpoints(rows, { postures: ["public"], methods: ["patch"] })).toBe(4);
      expect(await countEndpoints(rows, { path: "/ITEMS/8/" })).toBe(1);
      expect(await countEndpoints(rows, { path: "%' | !" })).toBe(20);
      expect(await countEndpoints(rows, { path: "absent" })).toBe(0);
      expect(await countEndpoints(rows, { path: "repor" })).toBe(2);
      expect(await countEndpoints(rows, { failing: ["AUTHN-01"] })).toBe(4);
      expect(await countEndpoints(rows, { undecided: ["AUTHN-01"] })).toBe(0);
      // Seen first with the commit, which is of the first day of the year.
      for (const [day, count] of [["2025-12-31", 20], ["2026-01-02", 0]] as const) {
        expect(await countEndpoints(rows, { firstSeenAfter: new Date(day) })).toBe(count);
        expect(await countFindings(rows, { firstSeenAfter: new Date(day) })).toBe(count);
      }
      expect(await countFindings(rows, { severities: ["critical"], secrets: false })).toBe(2);
      expect(await countFindings(rows, { secrets: true })).toBe(4);
      expect(await countFindings(rows, { text: "NUMBER 7 of shop" })).toBe(1);
      expect(await countFindings(rows, { states: ["accepted"] })).toBe(0);
    });
  });

  test("a tenant sees nothing of another's, and a limited token nothing of other repositories", async () => {
    const [one, other] = [await held.tenant(), await held.tenant()];
    const [mine, second] = await one.run(async (rows) => {
      const ids = [await shop(rows), await shop(rows, "second")] as const;
      for (const id of ids) await scanned(rows, id, { name: "shop", commit: first, endpoints: 2, findings: 2 });
      return ids;
    });
    await other.run(async (rows) => {
      expect(await countFindings(rows, {})).toBe(0);
      expect(await repositoryById(rows, mine)).toBeUndefined();
    });
    await expect(other.run((rows) => rows.insertInto("muster.repository").values({ tenant_id: one.tenant, name: "x", location: "/x", credential: null, main_ref: null, quarantine_reason: null, current_scan_id: null }).execute())).rejects.toThrow(/row-level security/u);
    expect(await one.run((rows) => countFindings(rows, {}))).toBe(4);
    expect(await one.run((rows) => countFindings(rows, {}), [second])).toBe(2);
    expect(await one.run((rows) => repositoryById(rows, mine), [second])).toBeUndefined();
    expect(await one.run((rows) => countFindings(rows, {}), [])).toBe(0);
  });

  test("an attempt that lost its scan writes nothing more, and one that breaks off again and again is suspect, and poison at last", async () => {
    const { run } = await held.tenant();
    await run(async (rows) => {
      const repository = await shop(rows);
      const { scan } = await requestScan(rows, { repository, reference: first, priority: "interactive" });
      const one = await startScan(rows, scan.id);
      const two = await startScan(rows, scan.id);
      if (one.status !== "started" || two.status !== "started") throw new Error("it did not start");
      const progress = { stage: "read", done: 1, total: 2 };
      expect(await noteProgress(rows, one.scan, progress)).toBe(false);
      expect(await noteProgress(rows, two.scan, progress)).toBe(true);
      expect(await endScan(rows, scan.id, "failed", "it could not be fetched", one.scan.attempts)).toBeUndefined();
      expect(await startScan(rows, scan.id)).toMatchObject({ status: "started", suspect: false });
      expect(await startScan(rows, scan.id)).toMatchObject({ status: "started", suspect: true });
      for (let attempt = 5; attempt <= 20; attempt++) await startScan(rows, scan.id);
      expect((await startScan(rows, scan.id)).status).toBe("poison");
      expect((await endScan(rows, scan.id, "quarantined", "it ends its workers"))?.state).toBe("quarantined");
      expect((await startScan(rows, scan.id)).status).toBe("settled");
    });
  });

  test("a ref that names a scanned commit supersedes its scan", async () => {
    const { run } = await held.tenant();
    await run(async (rows) => {
      const repository = await shop(rows);
      const done = await scanned(rows, repository, { name: "shop", commit: first, endpoints: 1, findings: 1 });
      const { scan } = await requestScan(rows, { repository, reference: "main", priority: "interactive" });
      expect(await bindCommit(rows, scan, first)).toMatchObject({ status: "superseded", by: { id: done } });
      expect(await scanById(rows, scan.id)).toMatchObject({ state: "superseded", supersededBy: done });
    });
  });

  test("two attempts that come to one commit do not supersede each other, and one of another commit keeps nothing", async () => {
    const { run } = await held.tenant();
    await run(async (rows) => {
      const repository = await shop(rows);
      const { scan } = await requestScan(rows, { repository, reference: "main", priority: "interactive" });
      const one = await startScan(rows, scan.id);
      const two = await startScan(rows, scan.id);
      if (one.status !== "started" || two.status !== "started") throw new Error("it did not start");
      expect(await bindCommit(rows, one.scan, first)).toMatchObject({ status: "bound" });
      expect(await bindCommit(rows, two.scan, first)).toMatchObject({ status: "bound", scan: { id: scan.id } });
      // The branch went on between the two.
      expect(await bindCommit(rows, two.scan, second)).toMatchObject({ status: "bound", scan: { commit: second } });
      const resultOf = (commit: string): Parameters<typeof keepResult>[2] => {
        const result = sampleResult({ name: "shop", commit, endpoints: 1, findings: 1 });
        return { result, json: JSON.stringify(result) };
      };
      expect(await keepResult(rows, scan.id, resultOf(first))).toEqual({ status: "settled" });
      expect(await scanById(rows, scan.id)).toMatchObject({ state: "running" });
      expect(await keepResult(rows, scan.id, resultOf(second))).toMatchObject({ status: "kept", scan: { state: "complete", commit: second } });
    });
  });

  test("events come in the order of commits, and tell what was never found before once", async () => {
    const { run } = await held.tenant();
    const before = await lastEvent(held.database);
    await run(async (rows) => {
      const repository = await shop(rows);
      await scanned(rows, repository, { name: "shop", commit: first, endpoints: 1, findings: 2 });
      await scanned(rows, repository, { name: "shop", commit: second, endpoints: 1, findings: 3, shift: 1 });
    });
    const events = await run((rows) => eventsAfter(rows, before, { kinds: ["scan", "findings"] }, 100));
    expect(events.filter(({ kind }) => kind === "findings").map(({ detail }) => (detail["fingerprints"] as string[]).length)).toEqual([2, 1]);
    expect(events.map(({ id }) => id)).toEqual(events.map(({ id }) => id).toSorted((a, b) => a - b));
  });

  test("decisions that are made at the same time are all counted, and totals follow each change", async () => {
    const { run } = await held.tenant();
    const findings = await run(async (rows) => {
      await scanned(rows, await shop(rows), { name: "shop", commit: first, endpoints: 4, findings: 6 });
      return (await listFindings(rows, {}, "severity", { size: 4 })).rows.map(({ id }) => id);
    });
    expect(await run((rows) => countFindings(rows, { states: ["confirmed"] }))).toBe(0);
    await Promise.all(findings.map((id) => run((rows) => triageFinding(rows, id, { state: "confirmed", note: "seen" }))));
    expect(await run((rows) => countFindings(rows, { states: ["confirmed"] }))).toBe(4);
    expect(await run((rows) => countFindings(rows, { states: ["open"] }))).toBe(2);
    expect(await run((rows) => countFindings(rows, { states: ["open", "confirmed"], severities: ["critical", "high", "medium", "low", "info"] }))).toBe(6);
    expect((await run((rows) => listFindings(rows, { states: ["open", "confirmed"] }, "severity", { size: 10 }))).rows.length).toBe(6);
  });

  test("words are found by their beginnings at the end, and an attribute, a folder and a control narrow too", async () => {
    const { run } = await held.tenant();
    await run(async (rows) => {
      await scanned(rows, await shop(rows), { name: "shop", commit: first, endpoints: 20, findings: 20 });
      expect(await countFindings(rows, { text: "number 7 of sho" })).toBe(1);
      expect(await countFindings(rows, { text: "numb 7" })).toBe(0);
      expect(await countEndpoints(rows, { folder: "serv" })).toBe(20);
      expect(await countEndpoints(rows, { folder: "service%" })).toBe(0);
      expect(await countEndpoints(rows, { failing: ["AUTHN-01", "AUTHZ-FN-01"] })).toBe(4);
      expect(await countEndpoints(rows, { failing: ["AUTHN-01"], postures: ["public"] })).toBe(4);
      expect(await countEndpoints(rows, { attributes: [{ name: "auth/none" }] })).toBe(0);
      expect(await countEndpoints(rows, { methods: ["get", "\0", '"', "\\"] })).toBe(4);
    });
  });

  test("a token is known by its hash until it is revoked or over", async () => {
    const { run, tenant } = await held.tenant();
    const { secret, token } = await run((rows) => createToken(rows, { name: "ci", scopes: ["scan", "read"], repositories: [7] }));
    expect(await bearerOf(held.database, secret)).toMatchObject({ tenant, token: token.id, scopes: ["read", "scan"], repositories: [7] });
    expect(await bearerOf(held.database, `${secret}x`)).toBeUndefined();
    const over = await run((rows) => createToken(rows, { name: "old", scopes: ["read"], expiresAt: new Date(Date.now() - 1) }));
    expect(await bearerOf(held.database, over.secret)).toBeUndefined();
    await run((rows) => revokeToken(rows, token.id));
    expect(await bearerOf(held.database, secret)).toBeUndefined();
  });

  test.skipIf(engine === "pglite")("who keeps a result waits for those who tell of something in the same repository, and they do not wait for him", async () => {
    const { run } = await held.tenant();
    const { repository, scans: [one = 0, other = 0] } = await run(async (rows) => {
      const of = await shop(rows);
      const ask = async (reference: string): Promise<number> => (await requestScan(rows, { repository: of, reference, priority: "batch" })).scan.id;
      return { repository: of, scans: [await ask(first), await ask(second)] };
    });
    const [locked, told] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const keeping = run(async (rows) => {
      await lockRepository(rows, repository);
      locked.resolve();
      await told.promise;
      return endScan(rows, one, "cancelled", "it is not wanted");
    });
    await locked.promise;
    // With a lock that keeps others from naming the repository, each of the two would wait for the other.
    expect((await run((rows) => startScan(rows, other))).status).toBe("started");
    told.resolve();
    expect(await keeping).toMatchObject({ state: "cancelled" });
  }, 30_000);

  test.skipIf(engine === "pglite")("several processes that start on an empty database at once bring it up to date once, and one of them has the first token", async () => {
    const empty = await emptyDatabase(engine);
    const open = await Promise.all(Array.from({ length: 3 }, () => openDatabase(empty.place)));
    try {
      const tokens = await Promise.all(open.map(async (database) => asTenant(database, { tenant: await ensureTenant(database.rows, "default") }, (rows) => createFirstToken(rows, { name: "first", scopes: ["admin"] }))));
      expect(tokens.filter((token) => token !== undefined)).toHaveLength(1);
      expect(await open[0]?.rows.selectFrom("muster.tenant").select("name").execute()).toEqual([{ name: "default" }]);
    } finally {
      for (const database of open) await database.close();
      await empty.remove();
    }
  }, 120_000);

  test("a database that a newer Muster used is refused, and an up-to-date one is left alone", async () => {
    await migrate(held.database.rows);
    await using other = await openTestDatabase(engine);
    await sql`insert into muster.migration (version, name) values (${migrations.length + 1}, 'from the future')`.execute(other.database.rows);
    await expect(migrate(other.database.rows)).rejects.toThrow(/newer one was used before/u);
  }, 120_000);
});
