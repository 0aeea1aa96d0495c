import { keepRefs, keepResult, listEndpoints, listFindings, registerRepository, requestScan, startScan, triageFinding } from "@muster/store";
import { onEachEngine, sampleResult } from "@muster/store/test-support";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buildSchema } from "./schema/build-schema.ts";
import { everyField } from "./test-support/every-field.ts";
import { openTestApi, type TestApi, type TestTenant } from "./test-support/test-api.ts";

/** In every name, place, message and note of the one tenant. */
const mark = "zanzibar";

onEachEngine((engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(engine);
  }, 120_000);
  afterAll(() => api[Symbol.asyncDispose]());

  /** A tenant whose rows all carry the mark, and their ids. */
  async function victim(): Promise<{ readonly tenant: TestTenant; readonly ids: Readonly<Record<string, string>>; readonly repository: number }> {
    const tenant = await api.tenant();
    const found = await tenant.run(async (rows) => {
      const { repository } = await registerRepository(rows, { name: `${mark}-shop`, location: `https://git.example.com/${mark}` });
      const commit = "c".repeat(40);
      await keepRefs(rows, repository.id, { mainRef: "refs/heads/main", refs: [{ name: "refs/heads/main", commit }], commits: [] });
      const { scan } = await requestScan(rows, { repository: repository.id, reference: commit, priority: "batch" });
      await startScan(rows, scan.id);
      const result = sampleResult({ name: mark, commit, endpoints: 3, findings: 3 });
      await keepResult(rows, scan.id, { result, json: JSON.stringify(result) });
      const [endpoint] = (await listEndpoints(rows, {}, "path", { size: 1 })).rows;
      const [finding] = (await listFindings(rows, {}, "severity", { size: 1 })).rows;
      await triageFinding(rows, finding?.id ?? 0, { state: "confirmed", note: mark });
      return { repository: repository.id, scan: scan.id, endpoint: endpoint?.id ?? 0, finding: finding?.id ?? 0 };
    });
    const ids = Object.fromEntries(Object.entries(found).map(([name, id]) => [name, Buffer.from(`${(name[0] ?? "").toUpperCase()}${name.slice(1)}:${id}`).toString("base64")]));
    return { tenant, ids, repository: found.repository };
  }

  const operations = (ids: Readonly<Record<string, string>>): ReturnType<typeof everyField> => everyField(buildSchema(), ids, 3);

  test("no operation over the whole schema shows a stranger, or changes, anything of another tenant", async () => {
    const { tenant: owner, ids } = await victim();
    const reading = await owner.bearer(["read"]);
    const before = await owner.ask(reading, "{ repositories { nodes { id name quarantine } } findings { nodes { id state triage { note } } } scans { nodes { id state } } }");
    expect(JSON.stringify(before)).toContain(mark);
    const stranger = await api.tenant();
    const bearer = await stranger.bearer();
    const asked = operations(ids);
    expect(asked.length).toBeGreaterThan(30);
    const answered: string[] = [];
    for (const { name, text } of asked) {
      const answer = await stranger.ask(bearer, text);
      expect(JSON.stringify(answer), name).not.toContain(mark);
      expect(answer.errors?.map(({ extensions }) => extensions?.code).filter((code) => code !== "BAD_INPUT") ?? [], `${name}: ${JSON.stringify(answer.errors)}`).toEqual([]);
      if (answer.errors === undefined) answered.push(name);
    }
    expect(answered.length).toBeGreaterThan(30);
    expect(await owner.ask(reading, "{ repositories { nodes { id name quarantine } } findings { nodes { id state triage { note } } } scans { nodes { id state } } }")).toEqual(before);
  }, 120_000);

  test("the same operations show a token that is limited to other repositories nothing", async () => {
    const { tenant, ids, repository } = await victim();
    const limited = await tenant.bearer(["read", "scan", "triage"], [repository + 1_000_000]);
    // Rules and the audit trail are the tenant's as a whole; the latter takes an administrator.
    for (const { name, text } of operations(ids)) expect(JSON.stringify(await tenant.ask(limited, text)), name).not.toContain(mark);
  }, 120_000);
});
