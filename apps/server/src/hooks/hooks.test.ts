import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestService, type TestService } from "../test-support/test-service.ts";

let held: TestService;
let repository: string;
let secret: string;
beforeAll(async () => {
  held = await startTestService({ kind: "memory" }, { concurrency: 0, rates: { perToken: 1000, perStranger: 8 } });
  const made = await held.ask(`mutation { registerRepository(name: "shop", location: "https://git.example.com/shop") { ... on Repository { id } } }`);
  const { id } = (made.data as { registerRepository: { id: string } }).registerRepository;
  const told = await held.ask(`mutation ($id: ID!) { webhook(repository: $id) { ... on Webhook { path secret } } }`, { id });
  const { webhook } = told.data as { webhook: { path: string; secret: string } };
  repository = webhook.path;
  secret = webhook.secret;
}, 120_000);
afterAll(() => held[Symbol.asyncDispose]());

const deliver = (host: string, body: string, headers: Readonly<Record<string, string>>, place = repository): Promise<Response> => fetch(`${held.service.url}/hooks/${host}${place}`, { method: "POST", body, headers: { "content-type": "application/json", ...headers } });
const sign = (body: string, key = secret): string => createHmac("sha256", key).update(body).digest("hex");
const commit = (digit: string): string => digit.repeat(40);

test.each([
  ["github", JSON.stringify({ ref: "refs/heads/main", after: commit("1") }), (body: string) => ({ "x-github-event": "push", "x-hub-signature-256": `sha256=${sign(body)}` })],
  ["gitea", JSON.stringify({ ref: "refs/heads/main", after: commit("2") }), (body: string) => ({ "x-gitea-event": "push", "x-gitea-signature": sign(body) })],
  ["gitlab", JSON.stringify({ ref: "refs/heads/main", after: commit("3") }), () => ({ "x-gitlab-event": "Push Hook", "x-gitlab-token": secret })],
  ["bitbucket", JSON.stringify({ push: { changes: [{ new: { target: { hash: commit("4") } } }, { new: null }] } }), (body: string) => ({ "x-event-key": "repo:push", "x-hub-signature": `sha256=${sign(body)}` })],
])("a push that %s tells of is queued once, and its replay is not", async (host, body, headers) => {
  const first = await deliver(host, body, headers(body));
  expect([first.status, await first.json()]).toEqual([202, { queued: 1 }]);
  const again = await deliver(host, body, headers(body));
  expect([again.status, await again.json()]).toEqual([202, { queued: 0 }]);
});

test("other events, removed branches and what names no commit queue nothing", async () => {
  const quiet = async (body: string, event: string): Promise<unknown> => (await deliver("github", body, { "x-github-event": event, "x-hub-signature-256": `sha256=${sign(body)}` })).json();
  expect(await quiet(`{"zen":"x"}`, "ping")).toEqual({ message: "Nothing is done on this event." });
  for (const body of [JSON.stringify({ after: commit("0") }), "{}", "[]", "null", `{"after":"--upload-pack=x"}`, `{"after":{"length":40}}`]) expect(await quiet(body, "push")).toEqual({ queued: 0 });
  expect(await quiet("{", "push")).toEqual({ message: "The delivery is not JSON." });
});

test("a forged signature, another repository's and none are refused; whoever goes on is held up", async () => {
  const body = JSON.stringify({ after: commit("5") });
  const forged = [{ "x-hub-signature-256": `sha256=${sign(body, "guess")}` }, { "x-hub-signature-256": `sha1=${sign(body)}` }, { "x-hub-signature-256": "" }, {}];
  for (const headers of forged) expect((await deliver("github", body, { "x-github-event": "push", ...headers })).status).toBe(401);
  expect((await deliver("github", body, { "x-github-event": "push", "x-hub-signature-256": `sha256=${sign(body)}` }, "/999")).status).toBe(401);
  expect((await deliver("unknown", body, {})).status).toBe(404);
  const statuses: number[] = [];
  for (let tries = 0; tries < 6; tries++) statuses.push((await deliver("github", body, {})).status);
  expect(statuses.at(-1)).toBe(429);
  const { data } = await held.ask(`{ scans { nodes { commit } } }`);
  expect(JSON.stringify(data)).not.toContain(commit("5"));
});
