import type { Attribute, ScanResult } from "@muster/contract";
import { keepRefs, keepResult, registerRepository, requestScan, startScan } from "@muster/store";
import { onEachEngine, sampleResult } from "@muster/store/test-support";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openTestApi, type Answer, type TestApi, type TestTenant } from "./test-support/test-api.ts";

const commits = ["a".repeat(40), "b".repeat(40)];

onEachEngine((engine) => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi(engine);
  }, 120_000);
  afterAll(() => api[Symbol.asyncDispose]());

  /** A repository of which a commit was scanned, which is what its main ref names. */
  async function scanned(tenant: TestTenant, name = "shop", commit = commits[0] ?? "", endpoints = 12): Promise<{ readonly repository: number; readonly scan: number }> {
    return tenant.run(async (rows) => {
      const { repository } = await registerRepository(rows, { name, location: `https://git.example.com/${name}` });
      await keepRefs(rows, repository.id, { mainRef: "refs/heads/main", refs: [{ name: "refs/heads/main", commit }], commits: [{ sha: commit, committedAt: new Date("2026-01-01") }] });
      const { scan } = await requestScan(rows, { repository: repository.id, reference: commit, priority: "batch" });
      await startScan(rows, scan.id);
      const result = sampleResult({ name, commit, endpoints, findings: 20 });
      await keepResult(rows, scan.id, { result, json: JSON.stringify(result) });
      return { repository: repository.id, scan: scan.id };
    });
  }

  test("endpoints come with posture, proof, guards and controls, by pages with a total", async () => {
    const tenant = await api.tenant();
    await scanned(tenant);
    const bearer = await tenant.bearer(["read"]);
    const query = `query ($after: String) { endpoints(first: 5, after: $after, postures: [PROTECTED]) {
      totalCount pageInfo { hasNextPage endCursor }
      nodes { id method path posture proof { note span { path line } } guards { name verdict requires { kind } } controls { control status } repository { name current { state commit } } } } }`;
    const first = (await tenant.ask(bearer, query)) as { data: { endpoints: { totalCount: number; pageInfo: { endCursor: string }; nodes: object[] } } };
    expect(first.data.endpoints.totalCount).toBe(8);
    expect(first.data.endpoints.nodes[0]).toMatchObject({ posture: "PROTECTED", guards: [{ verdict: "rejects" }], controls: [{ control: "AUTHN-01", status: "PASS" }, {}, {}], repository: { name: "shop", current: { state: "COMPLETE" } } });
    const second = await tenant.ask(bearer, query, { after: first.data.endpoints.pageInfo.endCursor });
    expect(second).toMatchObject({ data: { endpoints: { nodes: [{}, {}, {}], pageInfo: { hasNextPage: false } } } });
    expect(await tenant.ask(bearer, `{ node(id: "${String((first.data.endpoints.nodes[0] as { id: string }).id)}") { ... on Endpoint { method } } }`)).toMatchObject({ data: { node: { method: "POST" } } });
  });

  test("a repository is registered, a scan asked for and cancelled; expected errors are members of the answer", async () => {
    const tenant = await api.tenant();
    const bearer = await tenant.bearer();
    const register = (name: string, location: string): Promise<Answer> => tenant.ask(bearer, `mutation ($name: String!, $location: String!) { registerRepository(name: $name, location: $location) { __typename ... on Repository { id } ... on Failure { message } } }`, { name, location });
    const made = (await register("shop", "https://git.example.com/shop")) as { data: { registerRepository: { id: string } } };
    expect(await register("shop", "https://git.example.com/other")).toMatchObject({ data: { registerRepository: { __typename: "Taken" } } });
    expect(await register("evil", "ext::sh -c true")).toMatchObject({ data: { registerRepository: { __typename: "Refused" } } });
    const scan = `mutation ($id: ID!, $reference: String!) { requestScan(repository: $id, reference: $reference) { __typename ... on Scan { id state reference } } }`;
    const { id } = made.data.registerRepository;
    const asked = (await tenant.ask(bearer, scan, { id, reference: "main" })) as { data: { requestScan: { id: string } } };
    expect(asked).toMatchObject({ data: { requestScan: { __typename: "Scan", state: "QUEUED" } } });
    expect(await tenant.ask(bearer, scan, { id, reference: "main" })).toEqual(asked);
    for (const reference of ["--upload-pack=x", "a..b", "HEAD@{1}", "-x", "a b"]) expect(await tenant.ask(bearer, scan, { id, reference })).toMatchObject({ errors: [{ extensions: { code: "BAD_INPUT" } }] });
    const cancel = `mutation ($id: ID!) { cancelScan(scan: $id) { __typename ... on Scan { state } } }`;
    expect(await tenant.ask(bearer, cancel, { id: asked.data.requestScan.id })).toMatchObject({ data: { cancelScan: { state: "CANCELLED" } } });
    expect(await tenant.ask(bearer, cancel, { id: asked.data.requestScan.id })).toMatchObject({ data: { cancelScan: { __typename: "Refused" } } });
    expect(await tenant.ask(bearer, `{ audit { action target } }`)).toMatchObject({ data: { audit: [{ action: "cancel" }, { action: "scan" }, { action: "register", target: "shop" }] } });
  });

  test("a finding is triaged, and an acceptance names its owner and its end", async () => {
    const tenant = await api.tenant();
    await scanned(tenant);
    const bearer = await tenant.bearer(["read", "triage"]);
    const found = (await tenant.ask(bearer, `{ findings(first: 1, severities: [CRITICAL]) { nodes { id severity state } } }`)) as { data: { findings: { nodes: { id: string }[] } } };
    const id = found.data.findings.nodes[0]?.id;
    const decide = (more: string): Promise<Answer> => tenant.ask(bearer, `mutation ($id: ID!) { triageFinding(finding: $id, state: ACCEPTED, note: "behind the gateway"${more}) { ... on Finding { state triage { state note owner expires } } } }`, { id });
    expect(await decide("")).toMatchObject({ errors: [{ extensions: { code: "BAD_INPUT" } }] });
    expect(await decide(`, owner: "ann", expires: "2027-02-30"`)).toMatchObject({ errors: [{ extensions: { code: "BAD_INPUT" } }] });
    expect(await decide(`, owner: "ann", expires: "2027-02-28"`)).toMatchObject({ data: { triageFinding: { state: "ACCEPTED", triage: [{ owner: "ann", expires: "2027-02-28" }] } } });
    expect(await tenant.ask(bearer, `{ findings(states: [ACCEPTED]) { totalCount } secrets { totalCount } }`)).toMatchObject({ data: { findings: { totalCount: 1 }, secrets: { totalCount: 4 } } });
  });

  test("what plugins say of endpoints and findings is answered and filtered by, without a change of the schema", async () => {
    const tenant = await api.tenant();
    await tenant.run(async (rows) => {
      const { repository } = await registerRepository(rows, { name: "shop", location: "https://git.example.com/shop" });
      const commit = commits[0] ?? "";
      await keepRefs(rows, repository.id, { mainRef: "refs/heads/main", refs: [{ name: "refs/heads/main", commit }], commits: [] });
      const { scan } = await requestScan(rows, { repository: repository.id, reference: commit, priority: "batch" });
      const plain = sampleResult({ name: "shop", commit, endpoints: 6, findings: 6 });
      const team = (index: number): Attribute => ({ name: "owners/team", type: "text", value: index % 2 === 0 ? "shop" : "a=b, \"c\"" });
      const result: ScanResult = { ...plain, endpoints: plain.endpoints.map((endpoint, index) => ({ ...endpoint, attributes: [{ name: "owners/hits", type: "number", value: index }, team(index)] })), findings: plain.findings.map((finding, index) => (index < 3 ? { ...finding, attributes: [{ name: "owners/beta", type: "flag", value: true }, team(index)] } : finding)) };
      await keepResult(rows, scan.id, { result, json: JSON.stringify(result) });
    });
    const bearer = await tenant.bearer(["read"]);
    expect(await tenant.ask(bearer, `{ endpoints(attributes: [{ name: "owners/team", value: "a=b, \\"c\\"" }, { name: "owners/hits", value: "3" }]) { totalCount nodes { attributes { name type value } } } }`)).toMatchObject({ data: { endpoints: { totalCount: 1, nodes: [{ attributes: [{ name: "owners/hits", type: "NUMBER", value: "3" }, { name: "owners/team", type: "TEXT", value: 'a=b, "c"' }] }] } } });
    expect(await tenant.ask(bearer, `{ all: findings(attributes: [{ name: "owners/beta" }]) { totalCount } one: findings(attributes: [{ name: "owners/beta", value: "true" }, { name: "owners/team", value: "shop" }]) { totalCount nodes { attributes(names: ["owners/beta"]) { name value } } } none: findings(attributes: [{ name: "owners/beta", value: "false" }]) { totalCount } }`)).toMatchObject({ data: { all: { totalCount: 3 }, one: { totalCount: 2, nodes: [{ attributes: [{ name: "owners/beta", value: "true" }] }, {}] }, none: { totalCount: 0 } } });
    expect(await tenant.ask(bearer, `{ plugins { name version builtin attributes { name type title } rules { key } } }`)).toMatchObject({ data: { plugins: [{ name: "auth", builtin: true, attributes: [{ name: "auth/kind", type: "TEXT" }], rules: [] }] } });
  });

  test("two commits are compared, and one without a result is said to have none", async () => {
    const tenant = await api.tenant();
    const { repository } = await scanned(tenant);
    await tenant.run(async (rows) => {
      const { scan } = await requestScan(rows, { repository, reference: commits[1] ?? "", priority: "batch" });
      await startScan(rows, scan.id);
      const result = sampleResult({ name: "shop", commit: commits[1] ?? "", endpoints: 14, findings: 18 });
      await keepResult(rows, scan.id, { result, json: JSON.stringify(result) });
    });
    const bearer = await tenant.bearer(["read"]);
    const named = (await tenant.ask(bearer, `{ repository(name: "shop") { id } }`)) as { data: { repository: { id: string } } };
    const compare = (before: string, after: string): Promise<Answer> => tenant.ask(bearer, `query ($id: ID!, $before: String!, $after: String!) { comparison(repository: $id, before: $before, after: $after) { __typename ... on Comparison { added { method } removed { method } newFindings { rule } fixedFindings { rule } } } }`, { id: named.data.repository.id, before, after });
    expect(await compare("main", commits[1] ?? "")).toMatchObject({ data: { comparison: { added: [{}, {}], removed: [], newFindings: [], fixedFindings: [{}, {}] } } });
    expect(await compare("main", "next")).toMatchObject({ data: { comparison: { __typename: "NotFound" } } });
  });

  test("a token does what its scopes say, on the repositories that it is limited to", async () => {
    const tenant = await api.tenant();
    const shop = await scanned(tenant);
    await scanned(tenant, "other");
    const reader = await tenant.bearer(["read"], [shop.repository]);
    expect(await tenant.ask(reader, `{ repositories { totalCount nodes { name } } endpoints { totalCount } }`)).toMatchObject({ data: { repositories: { totalCount: 1, nodes: [{ name: "shop" }] }, endpoints: { totalCount: 12 } } });
    for (const operation of [`{ tokens { name } }`, `mutation { createToken(name: "x", scopes: [ADMIN]) { __typename } }`, `mutation { registerRepository(name: "x", location: "https://x") { __typename } }`]) {
      expect(await tenant.ask(reader, operation)).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
    }
    expect(await tenant.ask(await tenant.bearer(["scan"]), `{ repositories { totalCount } }`)).toMatchObject({ errors: [{ extensions: { code: "FORBIDDEN" } }] });
  });

  test("an error that is nobody's to know is told by an id, under which the log has it", async () => {
    const tenant = await api.tenant();
    const bearer = await tenant.bearer();
    const { errors } = await tenant.ask(bearer, `mutation { registerRepository(name: "x", location: "https://cursed.example/x.git") { __typename } }`);
    const [error] = errors ?? [];
    expect(error).toMatchObject({ extensions: { code: "INTERNAL", id: expect.stringMatching(/^[0-9a-f-]{36}$/u) } });
    expect(error?.message).toContain(error?.extensions?.id);
    expect(JSON.stringify(errors)).not.toContain("hunter2");
    expect(api.masked.get(error?.extensions?.id ?? "")).toMatchObject({ message: "the key is hunter2" });
  });

  test("what asks for too much is refused before it is run", async () => {
    const tenant = await api.tenant();
    const bearer = await tenant.bearer();
    const nested = `{ endpoints { nodes ${"{ repository { current ".repeat(8)}{ id }${" } }".repeat(8)} } }`;
    const refused: readonly string[] = [
      `{ ${Array.from({ length: 600 }, (_, index) => `a${index}: version`).join(" ")} }`,
      nested,
      `{ endpoints(first: 200) { nodes { proof { note } guards { proof { note span { path line column endLine endColumn } } } } } }`.replace("proof { note }", Array.from({ length: 20 }, (_, index) => `p${index}: proof { note span { path line } }`).join(" ")),
    ];
    for (const query of refused) expect(await tenant.ask(bearer, query)).toMatchObject({ errors: [{ extensions: { code: "TOO_COSTLY" } }] });
    const parsed = await tenant.ask(bearer, `{ ${Array.from({ length: 10_000 }, (_, index) => `a${index}: version`).join(" ")} }`);
    expect(parsed.errors?.[0]?.message).toContain("token");
    expect((await tenant.ask(bearer, "{ a".repeat(20_000))).errors?.[0]?.message).toContain("token");
    expect(await tenant.ask(bearer, `{ endpoints(first: 100000) { totalCount } }`)).toHaveProperty("errors");
    expect(await tenant.ask(bearer, `{ endpoints(first: 5, after: "bm9uZQ") { totalCount } }`)).toMatchObject({ errors: [{ extensions: { code: "BAD_INPUT" } }] });
  });

  test("a subscription tells what happens, and goes on where it broke off", async () => {
    const tenant = await api.tenant();
    const bearer = await tenant.bearer(["read"]);
    const left = new AbortController();
    const stream = await tenant.subscribe(bearer, `subscription { newFindings { cursor fingerprints repository { name } } }`, left.signal);
    const events = eventsOf(stream);
    const next = events.next();
    await scanned(tenant);
    const one = (await next).value as { data: { newFindings: { cursor: string } } };
    expect(one).toMatchObject({ data: { newFindings: { repository: { name: "shop" } } } });
    left.abort();
    await scanned(tenant, "missed");
    const again = new AbortController();
    const rest = eventsOf(await tenant.subscribe(bearer, `subscription { newFindings(after: "${one.data.newFindings.cursor}") { repository { name } } }`, again.signal));
    expect((await rest.next()).value).toMatchObject({ data: { newFindings: { repository: { name: "missed" } } } });
    again.abort();
  }, 60_000);
});

/** What an event stream says, one `next` event after another. */
async function* eventsOf(response: Response): AsyncGenerator<unknown, undefined> {
  let text = "";
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += piece;
    for (let end = text.indexOf("\n\n"); end !== -1; end = text.indexOf("\n\n")) {
      const event = text.slice(0, end);
      text = text.slice(end + 2);
      const data = /^data: ?(?<json>.+)$/mu.exec(event)?.groups?.["json"];
      if (event.includes("event: next") && data !== undefined) yield JSON.parse(data);
    }
  }
  return undefined;
}
