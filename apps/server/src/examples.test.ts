import { execFileSync, spawn } from "node:child_process";
import { createServer, request as ask } from "node:http";
import { mkdirSync, writeFileSync } from "node:fs";
import type { AddressInfo, Socket } from "node:net";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { graphql, MusterClient, MusterError } from "@muster/client";
import { sampleResult } from "@muster/store/sample-result";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestService, type TestService } from "./test-support/test-service.ts";

const examples = fileURLToPath(new URL("../../../examples/", import.meta.url));

let held: TestService;
let folder: string;
beforeAll(async () => {
  held = await startTestService({ kind: "memory" }, { concurrency: 1 });
  folder = path.join(held.root, "shop");
  mkdirSync(folder);
  writeFileSync(path.join(folder, "main.py"), "x = 1\n");
  git("init", "--quiet", "--initial-branch=main");
  const sha = commit();
  await held.ask(`mutation ($location: String!) { registerRepository(name: "shop", location: $location) { __typename } }`, { location: folder });
  const result = sampleResult({ name: "shop", commit: sha, endpoints: 400, findings: 40 });
  const pushed = await fetch(`${held.service.url}/push?repository=shop&commit=${sha}`, { method: "POST", headers: { authorization: `Bearer ${held.token}` }, body: JSON.stringify(result) });
  expect(pushed.status).toBe(201);
}, 180_000);
afterAll(() => held[Symbol.asyncDispose]());

const git = (...args: readonly string[]): string => execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", ...args], { cwd: folder, encoding: "utf8" }).trim();

function commit(): string {
  writeFileSync(path.join(folder, "main.py"), `x = ${Math.random()}\n`);
  git("add", ".");
  git("commit", "--quiet", "--message=one");
  return git("rev-parse", "HEAD");
}

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  const child = spawn(command, args, { env: { ...process.env, MUSTER_URL: held.service.url, MUSTER_TOKEN: held.token, NO_PROXY: "127.0.0.1", no_proxy: "127.0.0.1", ...env }, stdio: ["ignore", "pipe", "pipe"] });
  const texts = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (texts.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (texts.stderr += text));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => resolve({ status, ...texts }));
  });
}

test("the shell example prints every public endpoint, page by page, and fails where it is refused", async () => {
  const { status, stdout } = await run("sh", [path.join(examples, "public-endpoints.sh")]);
  const pages = stdout.trim().split("\n").map((line) => JSON.parse(line) as { data: { endpoints: { nodes: { method: string; path: string }[] } } });
  const found = pages.flatMap(({ data }) => data.endpoints.nodes);
  expect({ status, pages: pages.length, found: new Set(found.map(({ method, path: at }) => `${method} ${at}`)).size }).toEqual({ status: 0, pages: 2, found: 80 });
  expect((await run("sh", [path.join(examples, "public-endpoints.sh")], { MUSTER_TOKEN: "muster_none" })).status).not.toBe(0);
});

test("the Python example prints open findings as CSV, of all repositories or one, and says what the service refuses", async () => {
  const script = path.join(examples, "open-findings.py");
  const { status, stdout } = await run("python3", [script, "shop"]);
  const lines = stdout.trim().split(/\r?\n/u);
  expect(status).toBe(1);
  expect(lines[0]).toBe("repository,severity,rule,path,line,first seen,message");
  expect(lines).toHaveLength(11);
  expect((await run("python3", [script])).stdout).toBe(stdout);
  expect(await run("python3", [script, "nothing"])).toMatchObject({ status: 1, stderr: expect.stringContaining("There is no repository 'nothing'") });
  expect(await run("python3", [script], { MUSTER_TOKEN: "muster_none" })).toMatchObject({ status: 1, stderr: expect.stringContaining("refuses (401)") });
});

test("the TypeScript example has a branch scanned, follows it, and prints what it came to", async () => {
  commit();
  const watch = (...args: readonly string[]): Promise<Run> => run(process.execPath, ["--conditions=@muster/source", path.join(examples, "watch-scan.ts"), ...args]);
  const { status, stdout, stderr } = await watch("shop");
  expect({ status, stderr }).toEqual({ status: 0, stderr: expect.any(String) });
  expect(JSON.parse(stdout)).toMatchObject({ state: "COMPLETE", summary: { endpoints: { protected: 0 } } });
  expect(await watch("nothing")).toMatchObject({ status: 1, stderr: expect.stringContaining("NOT_FOUND") });
}, 120_000);

/** Passes everything on to the service, and breaks connections off when told to. */
async function breakable(): Promise<AsyncDisposable & { readonly url: string; readonly connections: number; breakOff(): void }> {
  const target = new URL(held.service.url);
  const open = new Set<Socket>();
  let connections = 0;
  const proxy = createServer((incoming, outgoing) => {
    const passed = ask({ host: target.hostname, port: target.port, path: incoming.url, method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(outgoing);
    });
    passed.on("error", () => outgoing.destroy());
    outgoing.on("close", () => passed.destroy());
    incoming.pipe(passed);
  });
  proxy.on("connection", (socket) => {
    connections += 1;
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    get connections() {
      return connections;
    },
    breakOff: () => open.forEach((socket) => socket.destroy()),
    [Symbol.asyncDispose]: async () => {
      proxy.closeAllConnections();
      await new Promise<void>((resolve) => proxy.close(() => resolve()));
    },
  };
}

test("a subscription of the client goes on after its connection broke off: no event is lost, none told twice", async () => {
  await using proxy = await breakable();
  const client = new MusterClient({ url: proxy.url, token: held.token, reconnectMs: 20 });
  const watch = graphql(`subscription Watch($after: String) { scanProgress(after: $after) { cursor scan { id state } } }`);
  const request = graphql(`mutation Request($repository: ID!, $reference: String!) { requestScan(repository: $repository, reference: $reference) { ... on Scan { id } ... on Failure { message } } }`);
  const { repository } = await client.ask(graphql(`{ repository(name: "shop") { id } }`), {});
  const left = new AbortController();
  const cursors: number[] = [];
  const done = new Set<string>();
  const following = (async () => {
    for await (const { scanProgress } of client.subscribe(watch, {}, { signal: left.signal })) {
      cursors.push(Number(scanProgress.cursor));
      if (scanProgress.scan?.state === "COMPLETE") done.add(scanProgress.scan.id);
      if (done.size === 3) return;
    }
  })();
  await expect.poll(() => proxy.connections).toBeGreaterThan(1);
  const direct = new MusterClient({ url: held.service.url, token: held.token });
  for (let round = 0; round < 3; round++) {
    await direct.ask(request, { repository: repository?.id ?? "", reference: commit() });
    await expect.poll(() => done.size, { timeout: 60_000 }).toBe(round + 1);
    proxy.breakOff();
  }
  await following;
  left.abort();
  expect(cursors).toEqual([...new Set(cursors)].toSorted((a, b) => a - b));
}, 240_000);

test("the client tells refusals apart, and does not try them again", async () => {
  const stranger = new MusterClient({ url: held.service.url, token: "muster_none" });
  const code = (asked: Promise<unknown>): Promise<unknown> => asked.then(() => "answered", (error: unknown) => (error instanceof MusterError ? error.code : error));
  expect(await code(stranger.ask(graphql(`{ version }`), {}))).toBe("UNAUTHENTICATED");
  expect(await code(stranger.subscribe(graphql(`subscription ($after: String) { newFindings(after: $after) { cursor } }`), {}).next())).toBe("UNAUTHENTICATED");
  const client = new MusterClient({ url: held.service.url, token: held.token });
  expect(await code(client.ask(graphql(`{ trend(from: "2026-01-02T00:00:00Z", to: "2026-01-01T00:00:00Z") { at } }`), {}))).toBe("BAD_INPUT");
  expect(await code(client.subscribe(graphql(`subscription ($after: String) { newFindings(after: $after) { cursor } }`), { after: "no cursor" }).next())).toBe("BAD_INPUT");
});
