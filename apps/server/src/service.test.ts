import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { createClient } from "graphql-ws";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emptyDatabase, onEachEngine } from "@muster/store/test-support";
import { WebSocket } from "ws";
import { startTestService, type TestService } from "./test-support/test-service.ts";

onEachEngine((engine) => {
  let held: TestService;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    const database = await emptyDatabase(engine);
    remove = () => database.remove();
    held = await startTestService(database.place);
  }, 120_000);
  afterAll(async () => {
    await held[Symbol.asyncDispose]();
    await remove();
  });

  /** A repository under the service's root with one commit, registered under a name of its own. */
  async function register(name: string): Promise<string> {
    const folder = path.join(held.root, name);
    mkdirSync(folder);
    writeFileSync(path.join(folder, "main.py"), "x = 1\n");
    for (const args of [["init", "--quiet", "--initial-branch=main"], ["add", "."], ["commit", "--quiet", "--message=one"]]) execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", ...args], { cwd: folder });
    const made = await held.ask(`mutation ($name: String!, $location: String!) { registerRepository(name: $name, location: $location) { ... on Repository { id } ... on Failure { message } } }`, { name, location: folder });
    return (made.data as { registerRepository: { id: string } }).registerRepository.id;
  }

  const request = `mutation ($id: ID!) { requestScan(repository: $id) { ... on Scan { id } ... on Failure { message } } }`;

  test("a repository is registered, scanned and asked about", async () => {
    const id = await register("shop");
    await held.ask(request, { id });
    const current = async (): Promise<unknown> => ((await held.ask(`{ repository(name: "shop") { mainRef current { state resultSha256 } } }`)).data as { repository: { current: unknown } }).repository;
    await expect.poll(current, { timeout: 30_000 }).toMatchObject({ current: { state: "COMPLETE", resultSha256: expect.stringMatching(/^[0-9a-f]{64}$/u) }, mainRef: "refs/heads/main" });
  }, 60_000);

  test("a stranger is told nothing: no data, no schema, no metrics", async () => {
    for (const authorization of ["", "Bearer muster_none", "Basic YTpi"]) {
      const answer = await held.post(`{"query":"{ __schema { types { name } } }"}`, { authorization });
      expect(answer.status).toBe(401);
      expect(await answer.text()).not.toContain("types");
    }
    expect((await fetch(`${held.service.url}/metrics`)).status).toBe(401);
    expect((await fetch(`${held.service.url}/anything`)).status).toBe(404);
    const metrics = await fetch(`${held.service.url}/metrics`, { headers: { authorization: `Bearer ${held.token}` } });
    expect(await metrics.text()).toMatch(/^muster_queue_jobs\{state="waiting"\} \d+$/mu);
    for (const probe of ["healthz", "readyz"]) expect((await fetch(`${held.service.url}/${probe}`)).status).toBe(200);
  });

  test("answers carry what browsers need to know, and pages of named origins alone may ask", async () => {
    const answer = await held.post(`{"query":"{ version }"}`);
    expect(await answer.json()).toEqual({ data: { version: "0.0.0" } });
    expect(Object.fromEntries(answer.headers)).toMatchObject({ "x-content-type-options": "nosniff", "cache-control": "no-store", "content-security-policy": expect.stringContaining("default-src 'none'") });
    const preflight = (origin: string): Promise<Response> => fetch(`${held.service.url}/graphql`, { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST" } });
    expect((await preflight("https://dashboard.example.com")).headers.get("access-control-allow-origin")).toBe("https://dashboard.example.com");
    expect((await preflight("https://evil.example.com")).headers.get("access-control-allow-origin")).toBeNull();
    for (const type of ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"]) expect((await held.post("query=mutation{__typename}", { "content-type": type })).status).toBe(415);
    expect((await fetch(`${held.service.url}/graphql?query={version}`, { headers: { authorization: `Bearer ${held.token}` } })).status).toBe(405);
  });

  test("what is too large, malformed or too long is refused, and the service goes on", async () => {
    expect((await held.post(`{"query":"${"x".repeat(1_100_000)}"}`)).status).toBe(413);
    for (const body of ["", "{", "[]", "null", "[{\"query\":\"{version}\"}]", "{\"query\":1}", "\0"]) expect((await held.post(body)).status).toBe(400);
    expect(await held.ask("{".repeat(100_000))).toHaveProperty("errors");
    expect(await held.ask("{ version }")).toEqual({ data: { version: "0.0.0" } });
  });

  test("a subscription over WebSocket tells of a scan, and goes on where it broke off", async () => {
    const id = await register("watched");
    const connect = (authorization: string): ReturnType<typeof createClient> => createClient({ url: `${held.service.url.replace("http", "ws")}/graphql`, webSocketImpl: WebSocket, connectionParams: { authorization }, retryAttempts: 0 });
    const stranger = connect("Bearer muster_none").iterate({ query: `subscription { scanProgress { cursor } }` });
    await expect(stranger.next()).rejects.toMatchObject({ code: 4403 });
    const client = connect(`Bearer ${held.token}`);
    const events = client.iterate<{ scanProgress: { cursor: string; scan: { state: string } } }>({ query: `subscription ($id: ID!) { scanProgress(repository: $id) { cursor scan { state } } }`, variables: { id } });
    const first = events.next();
    await wait(500);
    await held.ask(request, { id });
    const cursor = (await first).value?.data?.scanProgress.cursor;
    await client.dispose();
    const again = connect(`Bearer ${held.token}`);
    const states: string[] = [];
    for await (const { data } of again.iterate<{ scanProgress: { scan: { state: string } } }>({ query: `subscription ($id: ID!, $after: String) { scanProgress(repository: $id, after: $after) { cursor scan { state } } }`, variables: { id, after: cursor } })) {
      states.push(data?.scanProgress.scan.state ?? "");
      if (states.at(-1) === "COMPLETE") break;
    }
    expect(states.at(-1)).toBe("COMPLETE");
    await again.dispose();
  }, 60_000);
});

test("whoever tries tokens is held up, and a token asks no more often than it may", async () => {
  await using held = await startTestService({ kind: "memory" }, { concurrency: 0, rates: { perToken: 5, perStranger: 3 } });
  const statuses: number[] = [];
  for (let tries = 0; tries < 7; tries++) statuses.push((await held.post(`{"query":"{ version }"}`)).status);
  expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429]);
  const guesses: number[] = [];
  for (let tries = 0; tries < 5; tries++) guesses.push((await held.post("{}", { authorization: `Bearer muster_${tries}` })).status);
  expect(guesses).toEqual([401, 401, 401, 429, 429]);
}, 60_000);
