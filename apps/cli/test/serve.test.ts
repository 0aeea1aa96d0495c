import { execFileSync } from "node:child_process";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect, test } from "vitest";
import { muster } from "./muster.ts";
import { serve, stop } from "./serving.ts";
import { open } from "./shop.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

test("muster serve prints its first token once; muster batch has repositories scanned, and their endpoints are asked for", async () => {
  using home = new TemporaryFolder({ "repositories/shop/main.py": open });
  const shop = home.at("repositories/shop");
  for (const args of [["init", "--quiet", "--initial-branch=main"], ["add", "."], ["commit", "--quiet", "--message=one"]]) execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", ...args], { cwd: shop });
  const first = await serve(home.path, ["--root", path.dirname(shop)]);
  const token = /muster_\S+/u.exec(first.said)?.[0] ?? "";
  using list = new TemporaryFolder({ "repos.txt": `# one a line\nshop ${shop}\n` });
  const batch = await muster(["batch", list.at("repos.txt"), "--server", first.url, "--quiet"], home.path, { env: { MUSTER_TOKEN: token } });
  expect(batch).toMatchObject({ status: 0, stdout: "1 of 1 repositories are queued.\n" });
  const ask = async (url: string, query: string): Promise<{ readonly data: { readonly endpoints: { readonly totalCount: number } } }> => (await fetch(`${url}/graphql`, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: JSON.stringify({ query }) })).json() as never;
  for (let tries = 0; (await ask(first.url, `{ endpoints { totalCount } }`)).data.endpoints.totalCount === 0; tries++) {
    if (tries > 300) throw new Error("it was not scanned");
    await wait(200);
  }
  expect(await stop(first)).toMatchObject({ status: 0 });
  const second = await serve(home.path, []);
  expect(second.said).not.toContain("muster_");
  expect(await ask(second.url, `{ endpoints(path: "/items") { totalCount nodes { method path posture controls { control status } } } }`)).toMatchObject({ data: { endpoints: { totalCount: 1, nodes: [{ method: "DELETE", path: "/items/{item_id}", posture: "PUBLIC" }] } } });
  expect(await stop(second)).toMatchObject({ status: 0 });
}, 240_000);

test("a worker needs a database that it can share, and a service one that it can use", async () => {
  using home = new TemporaryFolder();
  expect(await muster(["worker"], home.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("none is named") });
  expect(await muster(["serve", "--database", "mysql://x"], home.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("postgres://") });
  expect(await muster(["serve", "--database", "postgres://127.0.0.1:1/none"], home.path)).toMatchObject({ status: 3, stderr: expect.stringContaining("ECONNREFUSED") });
  expect(await muster(["serve", "--log", "inof"], home.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("Did you mean info?") });
});

test("muster push hands a result in as that of its commit, once, and says why one is not taken", async () => {
  using home = new TemporaryFolder({ "repositories/shop/main.py": open });
  const shop = home.at("repositories/shop");
  const git = (...args: readonly string[]): void => void execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", ...args], { cwd: shop });
  for (const args of [["init", "--quiet", "--initial-branch=main"], ["add", "."], ["commit", "--quiet", "--message=one"]]) git(...args);
  const scanned = await muster(["scan", shop, "--format", "json", "--output", home.at("scan.json"), "--fail-on", "none", "--quiet", "--threads", "1"], home.path);
  expect(scanned.status).toBe(0);
  const served = await serve(home.path, ["--root", path.dirname(shop), "--jobs", "0"]);
  const token = /muster_\S+/u.exec(served.said)?.[0] ?? "";
  const push = (...args: readonly string[]): ReturnType<typeof muster> => muster(["push", "scan.json", "--server", served.url, ...args], home.path, { env: { MUSTER_TOKEN: token } });
  expect(await push("--repository", "shop")).toMatchObject({ status: 3, stderr: expect.stringContaining("no repository \"shop\"") });
  await fetch(`${served.url}/graphql`, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: JSON.stringify({ query: `mutation ($location: String!) { registerRepository(name: "shop", location: $location) { __typename } }`, variables: { location: shop } }) });
  expect(await push("--repository", "shop")).toMatchObject({ status: 0, stdout: expect.stringMatching(/^It is kept: shop [0-9a-f]{12}, scan /u) });
  expect(await push("--repository", "shop")).toMatchObject({ status: 0, stdout: expect.stringContaining("It was there already") });
  expect(await push()).toMatchObject({ status: 2, stderr: expect.stringContaining("--repository") });
  expect(await stop(served)).toMatchObject({ status: 0 });
  expect(await push("--repository", "shop")).toMatchObject({ status: 3, stderr: expect.stringContaining("does not answer") });
}, 240_000);

const ownersPlugin = `
export default { contract: 1, name: "owners", version: "1.2.0", attributes: [{ name: "owners/team", type: "text", title: "Who answers for it." }],
  analysis: { uses: [], controls: [],
    rules: [{ meta: { id: "owners/removal", title: "Something is removed", why: "It is gone.", mend: "Keep it.", messages: { found: "{path} removes." }, controls: [], owasp: [], cwe: [], severity: "low", confidence: "high", stability: "preview" },
      *judge(input) { for (const { id, method, path, span } of input.endpoints) if (method === "DELETE") yield { message: "found", data: { path }, span, symbol: "", identity: path, endpoint: id, proof: [], attributes: { "owners/team": "warehouse" } }; } }],
    *describe(input) { for (const { id, path } of input.endpoints) yield { endpoint: id, name: "owners/team", value: path.startsWith("/items") ? "warehouse" : "accounts" }; } } };
`;

test("an operator's plugin from outside is loaded by name and version, listed, and what it says is asked for by name", async () => {
  using home = new TemporaryFolder({ "repositories/shop/main.py": open, "plugins/owners.mjs": ownersPlugin, "muster.json": `{ "plugins": { "owners": { "from": "./plugins/owners.mjs", "version": "1.2.0" } } }`, "other.json": `{ "plugins": { "owners": { "from": "./plugins/owners.mjs", "version": "2.0.0" } } }` });
  const shop = home.at("repositories/shop");
  for (const args of [["init", "--quiet", "--initial-branch=main"], ["add", "."], ["commit", "--quiet", "--message=one"]]) execFileSync("git", ["-c", "user.name=Ann", "-c", "user.email=ann@example.com", ...args], { cwd: shop });
  expect(await muster(["serve", "--config", home.at("other.json")], home.path)).toMatchObject({ status: 2, stderr: expect.stringContaining('The plugin "owners" 2.0.0 was asked for') });
  const served = await serve(home.path, ["--root", path.dirname(shop), "--config", home.at("muster.json")]);
  const token = /muster_\S+/u.exec(served.said)?.[0] ?? "";
  const ask = async (query: string, variables: object = {}): Promise<{ readonly data: { readonly [field: string]: unknown } }> => (await fetch(`${served.url}/graphql`, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: JSON.stringify({ query, variables }) })).json() as never;
  const made = await ask(`mutation ($location: String!) { registerRepository(name: "shop", location: $location) { ... on Repository { id } } }`, { location: shop });
  await ask(`mutation ($id: ID!) { requestScan(repository: $id) { __typename } }`, { id: (made.data["registerRepository"] as { readonly id: string }).id });
  for (let tries = 0; ((await ask(`{ endpoints { totalCount } }`)).data["endpoints"] as { readonly totalCount: number }).totalCount === 0; tries++) {
    if (tries > 300) throw new Error("it was not scanned");
    await wait(200);
  }
  expect(await ask(`{ endpoints(attributes: [{ name: "owners/team", value: "warehouse" }]) { nodes { path attributes { name type value } } } findings(rules: ["owners/removal"]) { nodes { message attributes { value } } } }`)).toMatchObject({
    data: { endpoints: { nodes: [{ path: "/items/{item_id}", attributes: [{ name: "owners/team", type: "TEXT", value: "warehouse" }] }] }, findings: { nodes: [{ message: "/items/{item_id} removes.", attributes: [{ value: "warehouse" }] }] } },
  });
  const { data } = await ask(`{ plugins { name version builtin attributes { name type title } rules { key } } rules { key } }`);
  expect(data["plugins"]).toEqual(expect.arrayContaining([{ name: "owners", version: "1.2.0", builtin: false, attributes: [{ name: "owners/team", type: "TEXT", title: "Who answers for it." }], rules: [{ key: "owners/removal" }] }, expect.objectContaining({ name: "auth", builtin: true })]));
  expect(data["rules"]).toEqual(expect.arrayContaining([{ key: "owners/removal" }]));
  expect(await stop(served)).toMatchObject({ status: 0 });
}, 240_000);

test("muster backup and muster restore carry a service from its folder into another; what is not there, or is there already, is told", async () => {
  using home = new TemporaryFolder();
  const served = await serve(home.path, ["--jobs", "0"]);
  const token = /muster_\S+/u.exec(served.said)?.[0] ?? "";
  expect(await muster(["backup", "x.backup"], home.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("Another process uses the data folder") });
  expect(await stop(served)).toMatchObject({ status: 0 });
  expect(await muster(["backup", "x.backup"], home.path)).toMatchObject({ status: 0, stdout: expect.stringContaining("rows") });
  expect(await muster(["backup", "x.backup"], home.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("There is a file") });
  expect(await muster(["backup", "no/folder/x.backup"], home.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("cannot be written (ENOENT)") });
  expect(await muster(["backup", "y.backup", "--data", "elsewhere"], home.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("No service keeps anything") });
  expect(await muster(["restore", "x.backup"], home.path)).toMatchObject({ status: 2, stderr: expect.stringContaining("The database is not empty") });
  expect(await muster(["restore", "x.backup", "--data", home.at("other")], home.path)).toMatchObject({ status: 0, stdout: expect.stringContaining("are restored") });
  const again = await serve(home.path, ["--jobs", "0", "--data", home.at("other")]);
  expect(again.said).not.toContain("muster_");
  const answer = await fetch(`${again.url}/graphql`, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: `{"query":"{ tokens { name } }"}` });
  expect(await answer.json()).toEqual({ data: { tokens: [{ name: "first administrator" }] } });
  expect(await stop(again)).toMatchObject({ status: 0 });
}, 240_000);
