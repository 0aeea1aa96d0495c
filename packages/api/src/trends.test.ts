import { endExpiredTriage, keepRefs, keepResult, listFindings, registerRepository, requestScan, triageFinding } from "@muster/store";
import { onEachEngine, sampleResult } from "@muster/store/test-support";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApi, type TestApi, type TestTenant } from "./test-support/test-api.ts";

onEachEngine((engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(engine);
  }, 120_000);
  afterAll(() => api[Symbol.asyncDispose]());

  const shaOf = (name: string, day: string): string => Buffer.from(`${name}${day}`).toString("hex").padEnd(40, "0").slice(0, 40);

  /** Keeps the result of a commit of a day, which is on the main ref or not. */
  async function scanned(tenant: TestTenant, name: string, day: string, endpoints: number, onMain = true): Promise<void> {
    await tenant.run(async (rows) => {
      const { repository } = await registerRepository(rows, { name, location: `https://git.example.com/${name}` });
      const commit = shaOf(name, day);
      await keepRefs(rows, repository.id, { commits: [{ sha: commit, committedAt: new Date(`${day}T12:00:00Z`), onMain }] });
      const { scan } = await requestScan(rows, { repository: repository.id, reference: commit, priority: "batch" });
      const result = sampleResult({ name, commit, endpoints, findings: endpoints });
      await keepResult(rows, scan.id, { result, json: JSON.stringify(result) });
    });
  }

  test("a trend is the sum over repositories of what the newest commit of each main ref came to, whatever the order of scans", async () => {
    const tenant = await api.tenant();
    for (const [name, day, endpoints, onMain] of [["shop", "2026-03-03", 10, true], ["shop", "2026-03-01", 5, true], ["shop", "2026-03-02", 100, false], ["desk", "2026-03-02", 20, true], ["desk", "2026-02-01", 15, true]] as const) await scanned(tenant, name, day, endpoints, onMain);
    const bearer = await tenant.bearer(["read"]);
    const ask = `query ($repositories: [ID!]) { trend(repositories: $repositories, from: "2026-02-28T00:00:00Z", to: "2026-03-05T00:00:00Z", points: 5) { at repositories endpoints { protected public unknown } findings { critical high } controls { control passed failed } } }`;
    const trend = async (repositories?: readonly string[]): Promise<readonly { at: string; repositories: number; endpoints: Record<string, number>; controls: readonly { passed: number; failed: number }[] }[]> => ((await tenant.ask(bearer, ask, { repositories })) as { data: { trend: never } }).data.trend;
    const all = await trend();
    const sums = (points: typeof all): readonly number[] => points.map(({ endpoints }) => Object.values(endpoints).reduce((sum, count) => sum + count, 0));
    expect(all.map(({ at, repositories }) => [at.slice(0, 10), repositories])).toEqual([["2026-03-01", 1], ["2026-03-02", 2], ["2026-03-03", 2], ["2026-03-04", 2], ["2026-03-05", 2]]);
    expect(sums(all)).toEqual([15, 20, 25, 30, 30]);
    expect(all[4]?.controls[0]).toMatchObject({ passed: 24, failed: 6 });
    const { data } = (await tenant.ask(bearer, `{ shop: repository(name: "shop") { id } }`)) as { data: { shop: { id: string } } };
    expect(sums(await trend([data.shop.id]))).toEqual([0, 5, 5, 10, 10]);
    const stranger = await api.tenant();
    expect(await stranger.ask(await stranger.bearer(["read"]), ask, { repositories: [data.shop.id] })).toMatchObject({ data: { trend: [{ repositories: 0, endpoints: { protected: 0 } }, {}, {}, {}, {}] } });
    expect(await tenant.ask(await tenant.bearer(["read"], [1_000_000]), ask)).toMatchObject({ data: { trend: [{ repositories: 0 }, {}, {}, {}, { repositories: 0 }] } });
  });

  test("a trend that ends before it begins, or has too many points, is refused", async () => {
    const tenant = await api.tenant();
    const bearer = await tenant.bearer(["read"]);
    for (const args of [`from: "2026-03-01T00:00:00Z", to: "2026-02-01T00:00:00Z"`, `from: "2026-03-01T00:00:00Z", points: 0`, `from: "2026-03-01T00:00:00Z", points: 101`]) expect(await tenant.ask(bearer, `{ trend(${args}) { at } }`)).toMatchObject({ errors: [{ extensions: { code: "BAD_INPUT" } }] });
  });

  test("what is now counts from its commit on, though it was not known to be on the main ref", async () => {
    const tenant = await api.tenant();
    await scanned(tenant, "shop", "2026-03-01", 5, false);
    await tenant.run(async (rows) => {
      const { repository } = await registerRepository(rows, { name: "shop", location: "https://git.example.com/shop" });
      await keepRefs(rows, repository.id, { mainRef: "refs/heads/main", refs: [{ name: "refs/heads/main", commit: shaOf("shop", "2026-03-02") }], commits: [] });
    });
    await scanned(tenant, "shop", "2026-03-02", 10, false);
    expect(await tenant.ask(await tenant.bearer(["read"]), `{ trend(from: "2026-03-01T00:00:00Z", to: "2026-03-03T00:00:00Z", points: 2) { endpoints { protected } } }`)).toMatchObject({ data: { trend: [{ endpoints: { protected: 0 } }, { endpoints: { protected: 6 } }] } });
  });

  test("commits are listed by their time, with their scans, by pages", async () => {
    const tenant = await api.tenant();
    for (const day of ["2026-03-02", "2026-03-01", "2026-03-03"]) await scanned(tenant, "shop", day, 2, day !== "2026-03-02");
    const bearer = await tenant.bearer(["read"]);
    const list = `query ($after: String) { repository(name: "shop") { commits(first: 2, after: $after) { totalCount pageInfo { endCursor hasNextPage } nodes { sha committedAt onMain scan { state commit } } } } }`;
    const first = (await tenant.ask(bearer, list)) as { data: { repository: { commits: { pageInfo: { endCursor: string } } } } };
    expect(first).toMatchObject({ data: { repository: { commits: { totalCount: 3, nodes: [{ committedAt: "2026-03-03T12:00:00.000Z", onMain: true, scan: { state: "COMPLETE" } }, { onMain: false }], pageInfo: { hasNextPage: true } } } } });
    expect(await tenant.ask(bearer, list, { after: first.data.repository.commits.pageInfo.endCursor })).toMatchObject({ data: { repository: { commits: { nodes: [{ sha: shaOf("shop", "2026-03-01") }] } } } });
  });

  test("findings are asked for by the controls that their rules are about", async () => {
    const tenant = await api.tenant();
    await tenant.run(async (rows) => {
      const { repository } = await registerRepository(rows, { name: "shop", location: "https://git.example.com/shop" });
      const commit = "a".repeat(40);
      await keepRefs(rows, repository.id, { mainRef: "refs/heads/main", refs: [{ name: "refs/heads/main", commit }], commits: [] });
      const { scan } = await requestScan(rows, { repository: repository.id, reference: commit, priority: "batch" });
      const plain = sampleResult({ name: "shop", commit, endpoints: 5, findings: 10 });
      const result = { ...plain, rules: plain.rules.map((rule) => ({ ...rule, controls: rule.id.startsWith("auth/") ? ["AUTHN-01"] : ["BOLA-01"] })) };
      await keepResult(rows, scan.id, { result, json: JSON.stringify(result) });
    });
    expect(await tenant.ask(await tenant.bearer(["read"]), `{ auth: findings(controls: ["AUTHN-01"]) { totalCount } one: findings(controls: ["AUTHN-01"], rules: ["auth/public-read", "bola/unchecked-object"]) { totalCount nodes { rule } } none: findings(controls: ["X"]) { totalCount } }`)).toMatchObject({ data: { auth: { totalCount: 4 }, one: { totalCount: 2, nodes: [{ rule: "auth/public-read" }, { rule: "auth/public-read" }] }, none: { totalCount: 0 } } });
  });

  test("a decision whose last day is over holds no more: its finding is open again, and in later scans too", async () => {
    const tenant = await api.tenant();
    await scanned(tenant, "shop", "2026-03-01", 4);
    const ended = await tenant.run(async (rows) => {
      const { repository } = await registerRepository(rows, { name: "shop", location: "https://git.example.com/shop" });
      await keepRefs(rows, repository.id, { mainRef: "refs/heads/main", refs: [{ name: "refs/heads/main", commit: shaOf("shop", "2026-03-01") }], commits: [] });
      const { rows: found } = await listFindings(rows, { scan: 1_000_000 }, "severity", { size: 1 });
      expect(found).toEqual([]);
      return repository.id;
    });
    const { data } = (await tenant.ask(await tenant.bearer(["read"]), `{ scans { nodes { id } } }`)) as { data: { scans: { nodes: { id: string }[] } } };
    const scan = Number(Buffer.from(data.scans.nodes[0]?.id ?? "", "base64").toString().split(":")[1]);
    const decide = (expires: string): Promise<number> => tenant.run(async (rows) => {
      const id = (await listFindings(rows, { scan }, "severity", { size: 1 })).rows[0]?.id ?? 0;
      await triageFinding(rows, id, { state: "accepted", note: "for now", owner: "ann", expires });
      return id;
    });
    const stateOf = (id: number): Promise<string | undefined> => tenant.run(async (rows) => (await listFindings(rows, { scan }, "severity", { size: 10 })).rows.find((row) => row.id === id)?.state);
    const id = await decide("2026-03-31");
    await endExpiredTriage(api.database, "2026-03-31");
    expect(await stateOf(id)).toBe("accepted");
    expect(await endExpiredTriage(api.database, "2026-04-01")).toBe(1);
    expect(await stateOf(id)).toBe("open");
    await scanned(tenant, "shop", "2026-03-02", 5);
    const states = await tenant.run(async (rows) => (await listFindings(rows, { repositories: [ended], scan: scan + 1 }, "severity", { size: 10 })).rows.map(({ state }) => state));
    expect(states.every((state) => state === "open")).toBe(true);
  });
});
