import { execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Repository } from "@muster/store";
import { afterAll, expect, test } from "vitest";
import { gitHost, testRepository } from "../test-support/git-server.ts";
import { fetchCommit, type MirrorSettings } from "./mirror.ts";

const folder = mkdtempSync(path.join(tmpdir(), "muster-mirror-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { signal } = new AbortController();

function settings(more: Partial<MirrorSettings["policy"]> = {}, credential?: string): MirrorSettings {
  return {
    folder: mkdtempSync(path.join(folder, "mirrors-")),
    policy: { roots: [folder], protocols: ["https", "http"], privateHosts: true, ...more },
    credentials: { find: async (name) => (name === "known" ? credential : undefined) },
    limits: { timeoutMs: 20_000, bytes: 50_000_000 },
  };
}

function repositoryAt(location: string, credential?: string): Repository {
  return { id: 1, name: "shop", location, createdAt: new Date(), ...(credential !== undefined && { credential }) };
}

test("a commit is fetched with its contents alone, and what a branch names now is followed", async () => {
  await using host = await gitHost();
  const origin = testRepository(host.folder, "shop");
  const first = origin.commit({ "main.py": "one = 1\n" });
  const kept = settings();
  const repository = repositoryAt(`${host.url}/shop/.git`);
  const one = await fetchCommit(repository, "main", kept, signal);
  expect(one).toMatchObject({ status: "ready", commit: first, seen: { mainRef: "refs/heads/main", refs: [{ name: "refs/heads/main", commit: first }] } });
  const second = origin.commit({ "main.py": "two = 2\n", "more.py": "" });
  const two = await fetchCommit(repository, "HEAD", kept, signal);
  if (two.status !== "ready") throw new Error(two.reason);
  expect(two.commit).toBe(second);
  const contents = execFileSync("git", ["rev-list", "--objects", "--all", "--missing=print"], { cwd: two.folder, encoding: "utf8", env: { ...process.env, GIT_NO_LAZY_FETCH: "1" } });
  expect(contents).not.toContain("?");
  expect(two).toMatchObject({ onMain: true });
  // What is there already asks nobody.
  const asked = host.seen.length;
  expect(await fetchCommit(repository, first, kept, signal)).toMatchObject({ status: "ready", commit: first });
  expect(host.seen.length).toBe(asked);
  expect(await fetchCommit(repository, "no-such-branch", kept, signal)).toMatchObject({ status: "refused" });
}, 60_000);

test("what a file held in earlier commits is fetched where it is asked for, and nothing of other files", async () => {
  await using host = await gitHost();
  const origin = testRepository(host.folder, "shop");
  origin.commit({ "main.py": "one = 1\n", "other.py": "a\n" });
  origin.commit({ "main.py": "one = 1\ntwo = 2\n", "other.py": "b\n" });
  const last = origin.commit({ "main.py": "one = 1\ntwo = 2\nthree = 3\n", "other.py": "c\n" });
  const kept = settings();
  const repository = repositoryAt(`${host.url}/shop/.git`);
  const missing = (of: string, place: string): number => execFileSync("git", ["rev-list", "--objects", "--missing=print", last, "--", of], { cwd: place, encoding: "utf8", env: { ...process.env, GIT_NO_LAZY_FETCH: "1" } }).split("\n").filter((line) => line.startsWith("?")).length;
  const made = await fetchCommit(repository, "main", kept, signal);
  if (made.status !== "ready") throw new Error(made.reason);
  expect([missing("main.py", made.folder), missing("other.py", made.folder)]).toEqual([2, 2]);
  expect(await fetchCommit(repository, last, kept, signal, { earlier: ["main.py"] })).toMatchObject({ status: "ready" });
  expect([missing("main.py", made.folder), missing("other.py", made.folder)]).toEqual([0, 2]);
}, 60_000);

test("a mirror that a killed worker left broken is made anew", async () => {
  await using host = await gitHost();
  const origin = testRepository(host.folder, "shop");
  const commit = origin.commit({ "main.py": "" });
  const kept = settings();
  const repository = repositoryAt(`${host.url}/shop/.git`);
  const made = await fetchCommit(repository, "main", kept, signal);
  if (made.status !== "ready") throw new Error(made.reason);
  origin.commit({ "main.py": "x = 1\n" });
  // One that was begun long ago, and one that may still be written.
  const packs = ["tmp_pack_old", "tmp_pack_new"].map((name) => path.join(made.folder, "objects", "pack", name));
  for (const pack of packs) writeFileSync(pack, "PACK");
  utimesSync(packs[0] ?? "", 0, 0);
  expect((await fetchCommit(repository, "main", kept, signal)).status).toBe("ready");
  expect(packs.map((pack) => existsSync(pack))).toEqual([false, true]);
  origin.commit({ "main.py": "x = 2\n" });
  writeFileSync(path.join(made.folder, "packed-refs.lock"), "");
  rmSync(path.join(made.folder, "objects"), { recursive: true });
  const again = await fetchCommit(repository, "main", kept, signal);
  expect(again.status).toBe("ready");
  expect(again).not.toHaveProperty("commit", commit);
}, 60_000);

test("another host is not gone to, by redirect or by its name's address", async () => {
  await using target = await gitHost();
  testRepository(target.folder, "shop").commit({ "main.py": "" });
  await using host = await gitHost({ redirect: target.url });
  expect(await fetchCommit(repositoryAt(`${host.url}/shop/.git`), "main", settings(), signal)).toMatchObject({ status: "failed" });
  expect(target.seen).toEqual([]);
  for (const address of ["127.0.0.1", "localhost", "[::1]", "169.254.169.254", "10.1.2.3", "[::ffff:10.1.2.3]", "0.0.0.0"]) {
    expect(await fetchCommit(repositoryAt(`http://${address}/shop`), "main", settings({ privateHosts: false }), signal)).toMatchObject({ status: "refused", reason: expect.stringContaining("private address") });
  }
}, 60_000);

test("a credential goes to its own host alone, and into no message", async () => {
  await using host = await gitHost();
  testRepository(host.folder, "shop").commit({ "main.py": "" });
  const repository = repositoryAt(`${host.url}/shop/.git`, "known");
  const mine = `http://ann:s3cret@${new URL(host.url).host}`;
  expect((await fetchCommit(repository, "main", settings({}, mine), signal)).status).toBe("ready");
  expect(host.seen).toContain(`Basic ${Buffer.from("ann:s3cret").toString("base64")}`);
  const before = host.seen.length;
  const refused = await fetchCommit(repository, "main", settings({}, "http://ann:s3cret@other.example.com"), signal);
  expect(refused).toMatchObject({ status: "refused", reason: expect.not.stringContaining("s3cret") });
  expect(await fetchCommit(repositoryAt(repository.location, "unknown"), "main", settings({}, mine), signal)).toMatchObject({ status: "refused" });
  expect(host.seen.length).toBe(before);
}, 60_000);

test("a host that does not go on is left after the time that it has", async () => {
  await using host = await gitHost({ stall: true });
  const kept = settings();
  expect(await fetchCommit(repositoryAt(`${host.url}/shop`), "main", { ...kept, limits: { ...kept.limits, timeoutMs: 500 } }, signal)).toMatchObject({ status: "refused", reason: expect.stringContaining("longer than") });
}, 30_000);

test("a repository that is larger than a mirror may be is refused", async () => {
  await using host = await gitHost();
  testRepository(host.folder, "shop").commit({ "data.py": `x = "${randomBytes(300_000).toString("hex")}"\n` });
  const kept = settings();
  expect(await fetchCommit(repositoryAt(`${host.url}/shop/.git`), "main", { ...kept, limits: { ...kept.limits, bytes: 200_000 } }, signal)).toMatchObject({ status: "refused", reason: expect.stringContaining("larger than") });
}, 60_000);

test("a repository of this machine is read where it lies, and one whose objects lie outside the roots is not", async () => {
  const origin = testRepository(folder, "local");
  const commit = origin.commit({ "main.py": "" });
  expect(await fetchCommit(repositoryAt(origin.folder), "HEAD", settings(), signal)).toMatchObject({ status: "ready", folder: origin.folder, commit });
  const outside = mkdtempSync(path.join(tmpdir(), "muster-outside-"));
  try {
    const other = testRepository(outside, "other");
    other.commit({ "main.py": "" });
    symlinkSync(other.folder, path.join(folder, "link"));
    const pointing = mkdtempSync(path.join(folder, "pointing-"));
    writeFileSync(path.join(pointing, ".git"), `gitdir: ${other.folder}/.git\n`);
    for (const place of [path.join(folder, "link"), pointing, mkdtempSync(path.join(folder, "plain-"))]) expect(await fetchCommit(repositoryAt(place), "HEAD", settings(), signal)).toHaveProperty("status", "refused");
  } finally {
    rmSync(outside, { recursive: true, force: true });
  }
}, 60_000);
