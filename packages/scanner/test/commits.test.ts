import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ScanTargetError } from "../src/index.ts";
import { git, routesPlugin, scanAll, settle, temporaryFolder, tree, troubles, wordsPlugin, work, writeTree } from "./workbench.ts";

const files = { "app.py": "fourwords\nuse sub/other.py\nroute GET /items\n", "sub/other.py": "route DELETE /items\nbad\n", "same.py": "route DELETE /items\nbad\n", "naïve.py": "bad\n", "big.bin": "x".repeat(300_000) };

function repository(): string {
  const root = tree(files);
  symlinkSync("app.py", join(root, "link.py"));
  git(root, "init", "-q");
  git(root, "add", "-A");
  git(root, "commit", "-qm", "one");
  return root;
}

test("a commit gives the very result of its clean checkout, with one thread and with many, cold and warm", async () => {
  const root = repository();
  await settle();
  const plugins = [routesPlugin(), wordsPlugin()];
  const cacheFolder = temporaryFolder();
  const { result } = await scanAll({ root, plugins });
  expect(result).toMatchObject({ target: { dirty: false }, status: "complete" });
  expect(result.findings).not.toEqual([]);
  expect(troubles(result)).toEqual([expect.stringContaining("link.py | skipped | A symbolic link")]);
  for (const request of [{ threads: 1 }, { threads: 8 }, { cacheFolder }, { cacheFolder }]) {
    const again = await scanAll({ root, plugins, commit: "HEAD", ...request });
    expect(JSON.stringify(again.result)).toBe(JSON.stringify(result));
  }
  expect(work(await scanAll({ root, plugins, commit: "HEAD", cacheFolder }))).toEqual({ read: false, linked: false });
});

test("the work tree is neither read nor touched, and an earlier scan of it spares the reading", async () => {
  const root = repository();
  const plugins = [routesPlugin(), wordsPlugin()];
  const cacheFolder = temporaryFolder();
  await scanAll({ root, plugins, cacheFolder });
  writeTree(root, { "app.py": "fourwords\nroute POST /other\n", "new.py": "bad\n" });
  rmSync(join(root, "sub"), { recursive: true });
  const before = git(root, "status", "--porcelain=v2", "--branch");
  const { result, events } = await scanAll({ root, plugins, cacheFolder, commit: "HEAD" });
  expect(result.endpoints.map(({ method, path }) => `${method} ${path}`)).toEqual(["DELETE /items", "GET /items"]);
  expect(result.findings.map(({ span }) => span.path)).not.toContain("new.py");
  expect(events.some(({ kind }) => kind === "read")).toBe(false);
  expect(git(root, "status", "--porcelain=v2", "--branch")).toBe(before);
});

test("a folder of a repository is scanned by itself, and a bare repository too", async () => {
  const root = repository();
  const plugins = [wordsPlugin()];
  expect((await scanAll({ root: join(root, "sub"), plugins, commit: "HEAD" })).result.findings.map(({ span }) => span.path)).toEqual(["other.py"]);
  const bare = join(temporaryFolder(), "bare.git");
  git(root, "clone", "-q", "--bare", ".", bare);
  expect((await scanAll({ root: bare, plugins, commit: "main" })).result.findings).toHaveLength(3);
});

test("names that lead out of the tree, and trees that call a tree a file, do no harm", async () => {
  const root = repository();
  const blob = git(root, "hash-object", "-w", "same.py").trim();
  const inner = execFileSync("git", ["mktree"], { cwd: root, input: `100644 blob ${blob}\tx.py\n`, encoding: "utf8" }).trim();
  // Written as an object of raw bytes: git's own commands refuse such names.
  const entry = (mode: string, name: string, id: string): Buffer => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(id, "hex")]);
  const raw = Buffer.concat([entry("100644", "..", blob), entry("100644", ".git", blob), entry("100644", "fine.py", blob), entry("100644", "strange.py", inner)]);
  const outer = execFileSync("git", ["hash-object", "-w", "-t", "tree", "--stdin", "--literally"], { cwd: root, input: raw, encoding: "utf8" }).trim();
  const commit = git(root, "commit-tree", outer, "-m", "hostile").trim();
  const { result } = await scanAll({ root, plugins: [wordsPlugin()], commit });
  expect(result.findings.map(({ span }) => span.path)).toEqual(["fine.py"]);
  expect(troubles(result)).toContainEqual(expect.stringContaining("read | strange.py | skipped | Deleted"));
});

test.each([["nothing"], ["--output=x"], ["HEAD:app.py"]])("%s is no commit, which is told", async (commit) => {
  const root = repository();
  await expect(scanAll({ root, plugins: [wordsPlugin()], commit })).rejects.toThrow(ScanTargetError);
  expect(readdirSync(root)).not.toContain("x");
});

test("outside of a repository there is no commit", async () => {
  const root = temporaryFolder();
  mkdirSync(join(root, "a"));
  writeFileSync(join(root, "a.py"), "bad\n");
  await expect(scanAll({ root, plugins: [wordsPlugin()], commit: "HEAD" })).rejects.toThrow("is in no git repository");
});

test("nothing is left behind", async () => {
  const left = (): readonly string[] => readdirSync(tmpdir()).filter((name) => name.startsWith("muster-commit-"));
  const before = left();
  await scanAll({ root: repository(), plugins: [wordsPlugin()], commit: "HEAD" });
  expect(left().filter((name) => !before.includes(name))).toEqual([]);
});
