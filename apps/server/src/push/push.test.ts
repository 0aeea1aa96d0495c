import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { sampleResult } from "@muster/store/sample-result";
import { emptyDatabase, onEachEngine } from "@muster/store/test-support";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestService, type TestService } from "../test-support/test-service.ts";

onEachEngine((engine) => {
  let held: TestService;
  let remove: () => Promise<void>;
  let folder: string;
  beforeAll(async () => {
    const database = await emptyDatabase(engine);
    remove = () => database.remove();
    held = await startTestService(database.place, { concurrency: 0 });
    folder = path.join(held.root, "shop");
    mkdirSync(folder);
    git("init", "--quiet", "--initial-branch=main");
    await held.ask(`mutation ($location: String!) { registerRepository(name: "team/shop", location: $location) { __typename } }`, { location: folder });
  }, 120_000);
  afterAll(async () => {
    await held[Symbol.asyncDispose]();
    await remove();
  });

  const git = (...args: readonly string[]): string => execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", ...args], { cwd: folder, encoding: "utf8" }).trim();

  function commit(): string {
    writeFileSync(path.join(folder, "main.py"), `x = ${Math.random()}\n`);
    git("add", ".");
    git("commit", "--quiet", "--message=one");
    return git("rev-parse", "HEAD");
  }

  const resultOf = (sha: string, endpoints = 5): ReturnType<typeof sampleResult> => sampleResult({ name: "shop", commit: sha, endpoints, findings: 4 });

  async function push(body: BodyInit, sha: string, headers: Readonly<Record<string, string>> = {}, repository = "team/shop"): Promise<{ readonly status: number; readonly body: { readonly message?: string; readonly scan?: string; readonly status?: string } }> {
    const answer = await fetch(`${held.service.url}/push?repository=${encodeURIComponent(repository)}&commit=${sha}`, { method: "POST", body, headers: { authorization: `Bearer ${held.token}`, ...headers } });
    return { status: answer.status, body: (await answer.json()) as object };
  }

  test("a result of a commit that the repository has is kept as a scan that was pushed, byte for byte, and what it found is what there is now", async () => {
    const sha = commit();
    const text = JSON.stringify(resultOf(sha));
    const first = await push(gzipSync(text), sha, { "content-encoding": "gzip" });
    expect(first).toMatchObject({ status: 201, body: { status: "kept", state: "COMPLETE" } });
    const { data } = await held.ask(`query ($id: ID!) { node(id: $id) { ... on Scan { origin commit result resultSha256 } } repository(name: "team/shop") { current { commit origin } } endpoints { totalCount } audit { action target } }`, { id: first.body.scan });
    expect(data).toMatchObject({ node: { origin: "PUSHED", commit: sha, result: text }, repository: { current: { commit: sha, origin: "PUSHED" } }, endpoints: { totalCount: 5 }, audit: [{ action: "push", target: "team/shop" }, {}] });
    expect(await push(text, sha)).toMatchObject({ status: 200, body: { status: "known", scan: first.body.scan } });
    expect(await push(JSON.stringify(resultOf(sha, 6)), sha)).toMatchObject({ status: 409, body: { message: "The commit has another result, of an earlier push." } });
  });

  test("a scan that waits for its turn is settled by a push", async () => {
    const sha = commit();
    const { data } = await held.ask(`{ repository(name: "team/shop") { id } }`);
    const asked = await held.ask(`mutation ($id: ID!, $reference: String!) { requestScan(repository: $id, reference: $reference) { ... on Scan { id origin } } }`, { id: (data as { repository: { id: string } }).repository.id, reference: sha });
    const { requestScan } = asked.data as { requestScan: { id: string; origin: string } };
    expect(requestScan.origin).toBe("SERVICE");
    expect(await push(JSON.stringify(resultOf(sha)), sha)).toMatchObject({ status: 201, body: { scan: requestScan.id } });
  });

  test("what Postgres's JSON cannot hold is kept all the same, and shown with what stands for it", async () => {
    const sha = commit();
    const result = resultOf(sha, 1);
    const odd = { ...result, endpoints: result.endpoints.map((endpoint) => ({ ...endpoint, path: "/zero\0/half\ud800/\\u0000" })) };
    expect(await push(JSON.stringify(odd), sha)).toMatchObject({ status: 201 });
    expect(await held.ask(`{ endpoints(path: "zero") { nodes { path } } }`)).toMatchObject({ data: { endpoints: { nodes: [{ path: "/zero\u2400/half\ufffd/\\u0000" }] } } });
  });

  test("a result of another commit, of none, of a commit that is not there, or that is none at all is refused, and nothing is kept", async () => {
    const sha = commit();
    const good = resultOf(sha);
    const refused: readonly (readonly [BodyInit, string, number, string])[] = [
      [JSON.stringify(resultOf("a".repeat(40))), sha, 422, "not of"],
      [JSON.stringify({ ...good, target: { name: "shop" } }), sha, 422, "names no commit"],
      [JSON.stringify({ ...good, target: { ...good.target, dirty: true } }), sha, 422, "with changes"],
      [JSON.stringify(resultOf("b".repeat(40))), "b".repeat(40), 422, "not known to be the repository's"],
      [JSON.stringify(good), "main", 400, "whole id"],
      [JSON.stringify({ ...good, endpoints: [{ path: "/x" }] }), sha, 422, "/endpoints/0"],
      [JSON.stringify({ ...good, endpoints: [...good.endpoints, good.endpoints[0]] }), sha, 422, "same id of endpoint"],
      [JSON.stringify({ ...good, applications: [] }), sha, 422, "no application"],
      ["{", sha, 422, "no result"],
      [new Uint8Array([0xff, 0xfe]), sha, 400, "not UTF-8"],
    ];
    for (const [body, of, status, message] of refused) {
      const answer = await push(body, of);
      expect(answer).toMatchObject({ status, body: { message: expect.stringContaining(message) } });
    }
    expect(await push("{}", sha, { "content-encoding": "gzip" })).toMatchObject({ status: 400, body: { message: "The result cannot be read: it cannot be unpacked." } });
    expect(await push("{}", sha, { "content-encoding": "br" })).toMatchObject({ status: 400 });
    expect(await push(gzipSync(Buffer.alloc(110_000_000)), sha, { "content-encoding": "gzip" })).toMatchObject({ status: 413 });
    expect(await push("{}", sha, {}, "nothing")).toMatchObject({ status: 404, body: { message: expect.stringContaining("no repository") } });
    expect(await held.ask(`query ($reference: String!) { repository(name: "team/shop") { scan(reference: $reference) { id } } }`, { reference: sha })).toMatchObject({ data: { repository: { scan: null } } });
  });

  test("a body that says that it is longer than a result may be is not read", async () => {
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${held.service.url}/push?repository=team/shop&commit=${commit()}`, { method: "POST", headers: { authorization: `Bearer ${held.token}`, "content-length": "400000000" } }, (answer) => resolve(answer.statusCode));
      sent.on("error", reject);
      sent.write("{");
    });
    expect(status).toBe(413);
  });

  test("strangers, tokens without the scope, and tokens for other repositories push nothing", async () => {
    const sha = commit();
    const text = JSON.stringify(resultOf(sha));
    const token = async (args: string): Promise<string> => ((await held.ask(`mutation { createToken(${args}) { ... on NewToken { secret } } }`)).data as { createToken: { secret: string } }).createToken.secret;
    await held.ask(`mutation { registerRepository(name: "other", location: "https://git.example.com/other") { __typename } }`);
    const { data } = await held.ask(`{ repository(name: "other") { id } }`);
    const other = (data as { repository: { id: string } }).repository.id;
    expect(await push(text, sha, { authorization: "Bearer muster_none" })).toMatchObject({ status: 401 });
    expect(await push(text, sha, { authorization: `Bearer ${await token(`name: "r", scopes: [READ, TRIAGE]`)}` })).toMatchObject({ status: 403 });
    expect(await push(text, sha, { authorization: `Bearer ${await token(`name: "o", scopes: [SCAN], repositories: ["${other}"]`)}` })).toMatchObject({ status: 404 });
    expect((await fetch(`${held.service.url}/push`)).status).toBe(405);
    expect(await push(text, sha, { authorization: `Bearer ${await token(`name: "ci", scopes: [SCAN]`)}` })).toMatchObject({ status: 201 });
  });
});
