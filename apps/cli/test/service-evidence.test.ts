import { execFileSync } from "node:child_process";
import { createHmac } from "node:crypto";
import { readdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { noteVerifier, decodeVerifierKey, openNote, parseCheckpoint, verifyLedger, type LedgerVerdict } from "@muster/evidence";
import { expect, test } from "vitest";
import { serve, stop, type Served } from "./serving.ts";
import { open } from "./shop.ts";
import { TemporaryFolder } from "./temporary-folder.ts";

/** The same application with its one endpoint guarded. */
const guarded = open.replace('"/items/{item_id}")', '"/items/{item_id}", dependencies=[Depends(current_user)])');

type Fields = { readonly [name: string]: unknown };

test("a service keeps evidence of pushes and scans by itself, and answers for endpoints, periods and waivers", async () => {
  using home = new TemporaryFolder({ "repositories/shop/main.py": guarded });
  const shop = home.at("repositories/shop");
  const git = (...args: readonly string[]): string => execFileSync("git", ["-c", "user.name=Mallory", "-c", "user.email=mallory@example.com", ...args], { cwd: shop, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  const commit = (text: string): string => {
    writeFileSync(path.join(shop, "main.py"), text);
    git("add", ".");
    git("commit", "--quiet", "--allow-empty", "--message=change");
    return git("rev-parse", "HEAD");
  };
  git("init", "--quiet", "--initial-branch=main");
  const commits = [commit(guarded)];
  const served = await serve(home.path, ["--root", path.dirname(shop), "--name", "muster.example.com"]);
  const token = /muster_\S+/u.exec(served.said)?.[0] ?? "";
  const ask = asker(served, token);
  const made = await ask(`mutation ($location: String!) { registerRepository(name: "shop", location: $location) { ... on Repository { id } } }`, { location: shop });
  const { id } = made["registerRepository"] as { readonly id: string };
  const hook = (await ask(`mutation ($id: ID!) { webhook(repository: $id) { ... on Webhook { path secret } } }`, { id }))["webhook"] as { readonly path: string; readonly secret: string };
  const push = async (before: string, after: string): Promise<void> => {
    const body = JSON.stringify({ ref: "refs/heads/main", before, after, sender: { login: "mallory" } });
    const answer = await fetch(`${served.url}/hooks/github${hook.path}`, { method: "POST", body, headers: { "content-type": "application/json", "x-github-event": "push", "x-hub-signature-256": `sha256=${createHmac("sha256", hook.secret).update(body).digest("hex")}` } });
    expect(answer.status).toBe(202);
  };
  const size = async (): Promise<number> => ((await ask(`query ($id: ID!) { ledger(repository: $id) { size } }`, { id }))["ledger"] as { readonly size: number } | null)?.size ?? 0;
  const recorded = async (records: number): Promise<void> => {
    for (let tries = 0; (await size()) < records; tries++) {
      if (tries > 300) throw new Error(`the ledger has ${await size()} records in place of ${records}`);
      await wait(200);
    }
  };

  // A key, a push, a scan; then a push that opens the endpoint, and one that mends it.
  await push("0".repeat(40), commits[0] ?? "");
  await recorded(3);
  for (const text of [open, guarded]) {
    commits.push(commit(text));
    await push(commits.at(-2) ?? "", commits.at(-1) ?? "");
    await recorded(3 + 2 * (commits.length - 1));
  }
  const [first = "", second = "", third = ""] = commits;

  const ledger = (await ask(`query ($id: ID!) { ledger(repository: $id) { name size key checkpoint path consistency(before: 3) records(first: 3) { type sequence bundle proof } } }`, { id }))["ledger"] as Fields;
  expect(ledger).toMatchObject({ name: "muster.example.com/1", size: 7, records: [{ type: "key" }, { type: "ref-update", sequence: 1 }, { type: "scan-run" }] });
  const { name, key } = decodeVerifierKey(String(ledger["key"]));
  const verifier = noteVerifier(name, key);
  expect(parseCheckpoint(openNote(String(ledger["checkpoint"]), [verifier]).text)).toMatchObject({ origin: "muster.example.com/1", size: 7 });
  const file = (name: string, authorization = `Bearer ${token}`): Promise<Response> => fetch(`${served.url}${String(ledger["path"])}${name}`, { headers: { authorization } });
  expect(await (await file("checkpoint")).text()).toBe(ledger["checkpoint"]);
  expect((await (await file("tile/0/000.p/7")).arrayBuffer()).byteLength).toBe(7 * 32);
  for (const [place, status] of [["checkpoint", 401], ["writer.lock", 404], ["..%2f..%2fledger-keys%2fledger.key", 404], ["results/x.json", 404], ["tile/0/001", 404]] as const) expect((await file(place, status === 401 ? "" : undefined)).status, place).toBe(status);
  const folder = home.at("data/muster/service/ledgers/1");
  expect(readdirSync(folder)).toContain("checkpoint");
  const verdict = (): Promise<LedgerVerdict> => verifyLedger(folder, [verifier]);
  expect(await verdict()).toMatchObject({ status: "sound" });

  const evidence = `query ($id: ID!, $at: String!) { evidence(repository: $id, endpoint: "delete /items/{id}", at: $at) { ... on QueryEvidenceSuccess { data { commit at posture controls { control status } guards { name place { commit author } } record { sequence resultSha256 bundle } } } ... on Failure { message } } }`;
  const [answer] = ((await ask(evidence, { id, at: third }))["evidence"] as { readonly data: readonly Fields[] }).data;
  expect(answer).toMatchObject({ commit: third, posture: "PROTECTED", record: { sequence: 6 } });
  expect(answer?.["controls"]).toContainEqual({ control: "AUTHN-01", status: "PASS" });
  expect(await ask(evidence, { id, at: second })).toMatchObject({ evidence: { data: [{ posture: "PUBLIC", record: { sequence: 4 } }] } });
  const today = new Date().toISOString().slice(0, 10);
  expect(await ask(evidence, { id, at: today })).toMatchObject({ evidence: { data: [{ commit: third, at: expect.stringContaining("the state of refs/heads/main") }] } });
  expect(await ask(evidence, { id, at: "2001-01-01" })).toMatchObject({ evidence: { message: expect.stringContaining("No push of refs/heads/main") } });

  // Whoever asks for a waiver does not approve it.
  const end = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
  const wish = `mutation ($id: ID!, $endpoint: String!, $expires: String!) { requestWaiver(repository: $id, control: "AUTHN-01", endpoint: $endpoint, reason: "A closed network.", compensating: "The network.", expires: $expires) { ... on WaiverRequest { number } ... on Failure { message } } }`;
  expect(await ask(wish, { id, endpoint: "DELETE /*", expires: end })).toMatchObject({ requestWaiver: { message: expect.stringContaining("It is for everything") } });
  expect(await ask(wish, { id, endpoint: "DELETE /items/{id}", expires: "" })).toMatchObject({ requestWaiver: { message: expect.stringContaining("It has no end") } });
  const { number } = (await ask(wish, { id, endpoint: "DELETE /items/{id}", expires: end }))["requestWaiver"] as { readonly number: number };
  const approve = `mutation ($number: Int!) { approveWaiver(number: $number) { ... on Waiver { key state sequence } ... on Failure { message } } }`;
  expect(await ask(approve, { number })).toMatchObject({ approveWaiver: { message: expect.stringContaining("are the same") } });
  const other = (await ask(`mutation { createToken(name: "bob", scopes: [READ, ADMIN]) { ... on NewToken { secret } } }`))["createToken"] as { readonly secret: string };
  const bob = asker(served, other.secret);
  const held = (await bob(approve, { number }))["approveWaiver"] as Fields;
  expect(held).toMatchObject({ state: "expiring", sequence: 8 });
  expect(await bob(approve, { number })).toMatchObject({ approveWaiver: { message: "There is no such request." } });
  expect(await ask(`mutation ($id: ID!, $key: String!) { revokeWaiver(repository: $id, key: $key, reason: "Mended.") { ... on Waiver { state } ... on Failure { message } } }`, { id, key: held["key"] })).toMatchObject({ revokeWaiver: { state: "revoked" } });
  expect(await ask(`query ($id: ID!) { waivers(repository: $id) { control endpoint state } waiverRequests(repository: $id) { number } }`, { id })).toMatchObject({ waivers: [{ control: "AUTHN-01", endpoint: "DELETE /items/{id}", state: "revoked" }], waiverRequests: [] });

  const period = (await ask(`query ($id: ID!, $from: String!) { period(repository: $id, from: $from, to: "main") { ... on Period { complete deviations { kind } population { commit scan clock } violations { control endpoint introduced mended } waivers { state } controls { control verdict } document } ... on Failure { message } } }`, { id, from: first }))["period"] as Fields;
  expect(period).toMatchObject({ complete: true, deviations: [], population: commits.map((one) => ({ commit: one, scan: "on-time", clock: "push" })), waivers: [{ state: "revoked" }] });
  expect(period["violations"]).toContainEqual({ control: "AUTHN-01", endpoint: "DELETE /items/{item_id}", introduced: second, mended: third });
  expect(period["controls"]).toContainEqual({ control: "AUTHN-01", verdict: "deviations noted" });
  expect(String(period["document"])).not.toMatch(/mallory|"bob"/iu);
  expect(await ask(`query ($id: ID!) { period(repository: $id, from: "none") { ... on Failure { message } } }`, { id })).toMatchObject({ period: { message: expect.stringContaining("none") } });
  expect(await verdict()).toMatchObject({ status: "sound", checkpoint: { size: 10 } });
  expect(await stop(served)).toMatchObject({ status: 0 });

  // Started again, it writes nothing twice.
  const again = await serve(home.path, ["--root", path.dirname(shop), "--name", "muster.example.com"]);
  await wait(3_000);
  expect(await asker(again, token)(`query ($id: ID!) { ledger(repository: $id) { size } }`, { id })).toEqual({ ledger: { size: 10 } });
  expect(await stop(again)).toMatchObject({ status: 0 });
}, 300_000);

/** Asks a service as a bearer; what it cannot answer is an error of the test. */
function asker({ url }: Served, token: string): (query: string, variables?: object) => Promise<Fields> {
  return async (query, variables = {}) => {
    const answer = (await (await fetch(`${url}/graphql`, { method: "POST", headers: { authorization: `Bearer ${token}`, "content-type": "application/json" }, body: JSON.stringify({ query, variables }) })).json()) as { readonly data?: Fields; readonly errors?: unknown };
    expect(answer.errors).toBeUndefined();
    return answer.data ?? {};
  };
}
