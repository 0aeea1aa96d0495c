import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ScanTargetError } from "../src/index.ts";
import { git, pluginFile, scanAll, temporaryFolder, tree, troubles, wordsPlugin, writeTree, type Scanned } from "./workbench.ts";

const scanFolder = (root: string): Promise<Scanned> => scanAll({ root, plugins: [wordsPlugin()] });
const found = ({ result }: Scanned): string[] => result.findings.map(({ span }) => span.path);

function repository(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = tree(files);
  git(root, "init", "-q");
  return root;
}

test("no such folder is an error that names it", async () => {
  const root = join(temporaryFolder(), "none");
  await expect(scanFolder(root)).rejects.toThrow(new ScanTargetError(`There is no folder ${root}. Check the path.`));
});

test("a file in place of a folder is an error that names it", async () => {
  const file = join(tree({ "a.py": "" }), "a.py");
  await expect(scanFolder(file)).rejects.toThrow(new ScanTargetError(`${file} is not a folder. Name the folder that holds it.`));
});

test("an empty folder is scanned, and the result says that nothing was", async () => {
  const { result } = await scanFolder(tree({}));
  expect(result.coverage.listed).toBe(0);
  expect(troubles(result)).toEqual(["discover | skipped | The folder holds no file to scan, so nothing was analysed. Check the path."]);
});

test("patterns that leave nothing over are named as the reason", async () => {
  const { result } = await scanAll({ root: tree({ "a.py": "bad" }), plugins: [wordsPlugin()], exclude: ["*.py"] });
  expect(troubles(result)).toEqual(["discover | skipped | The patterns to include and exclude leave no file to scan, so nothing was analysed. Check them."]);
});

test("a folder without git is walked, and its .gitignore files are honoured", async () => {
  const scanned = await scanFolder(tree({ ".gitignore": "out/\n*.gen.py\n", "a.py": "bad", "b.gen.py": "bad", "out/c.py": "bad", "lib/.gitignore": "!b.gen.py\nd.py\n", "lib/b.gen.py": "bad", "lib/d.py": "bad" }));
  expect(found(scanned)).toEqual(["a.py", "lib/b.gen.py"]);
  expect(scanned.result.target).toEqual({ name: "shop" });
  expect(troubles(scanned.result)).toEqual([]);
});

test("installed packages of a folder without git are left out, and the result says so", async () => {
  const scanned = await scanFolder(tree({ "a.py": "bad", "env/pyvenv.cfg": "", "env/lib/x.py": "bad", "web/node_modules/y/z.py": "bad" }));
  expect(found(scanned)).toEqual(["a.py"]);
  expect(troubles(scanned.result)).toEqual([
    "discover | env | skipped | A virtual environment: installed packages are not part of the codebase.",
    "discover | web/node_modules | skipped | Installed packages are not part of the codebase.",
  ]);
});

test("of a git repository, tracked and new files are scanned, ignored and deleted ones are not", async () => {
  const root = repository({ ".gitignore": "secret/\nold.py\n", "a.py": "bad", "gone.py": "bad", "old.py": "bad", "secret/b.py": "bad" });
  git(root, "add", "-f", "a.py", "gone.py", "old.py");
  rmSync(join(root, "gone.py"));
  writeTree(root, { "new.py": "bad" });
  const scanned = await scanFolder(root);
  expect(found(scanned)).toEqual(["a.py", "new.py", "old.py"]);
  expect(troubles(scanned.result)).toEqual([]);
});

test("a clean checkout carries its commit; a change, a new file and a deleted one make it dirty", async () => {
  const root = repository({ "a.py": "x = 1\n", "lib/b.py": "" });
  git(root, "add", ".");
  git(root, "commit", "-qm", "one");
  const commit = git(root, "rev-parse", "HEAD").trim();
  const target = async (): Promise<unknown> => (await scanFolder(root)).result.target;
  expect(await target()).toEqual({ name: "shop", commit, dirty: false });
  writeTree(root, { "a.py": "x = 2\n" });
  expect(await target()).toEqual({ name: "shop", commit, dirty: true });
  writeTree(root, { "a.py": "x = 1\n", "new.py": "" });
  expect(await target()).toEqual({ name: "shop", commit, dirty: true });
  rmSync(join(root, "new.py"));
  expect(await target()).toEqual({ name: "shop", commit, dirty: false });
  rmSync(join(root, "lib/b.py"));
  expect(await target()).toEqual({ name: "shop", commit, dirty: true });
});

test("a repository without a commit is scanned", async () => {
  const scanned = await scanFolder(repository({ "a.py": "bad" }));
  expect(found(scanned)).toEqual(["a.py"]);
  expect(scanned.result.target).toEqual({ name: "shop" });
});

test("a shallow clone is scanned like any other", async () => {
  const origin = repository({ "a.py": "bad" });
  git(origin, "add", ".");
  git(origin, "commit", "-qm", "one");
  git(origin, "commit", "-qm", "two", "--allow-empty");
  const root = join(temporaryFolder(), "shop");
  git(origin, "clone", "-q", "--depth", "1", `file://${origin}`, root);
  const scanned = await scanFolder(root);
  expect(found(scanned)).toEqual(["a.py"]);
  expect(scanned.result.target).toMatchObject({ dirty: false });
});

test("a bare repository is an error that says what to do", async () => {
  const root = temporaryFolder();
  git(root, "init", "-q", "--bare");
  await expect(scanFolder(root)).rejects.toThrow(/git repository without a work tree\. Check it out first/);
});

test("a folder inside a repository is scanned by itself, with paths of its own", async () => {
  const root = repository({ "a.py": "bad", "services/shop/b.py": "bad", ".gitignore": "ignored.py\n", "services/shop/ignored.py": "bad" });
  git(root, "add", "a.py", "services/shop/b.py");
  git(root, "commit", "-qm", "one");
  const scanned = await scanFolder(join(root, "services/shop"));
  expect(found(scanned)).toEqual(["b.py"]);
  expect(scanned.result.target).toMatchObject({ name: "shop", dirty: false });
});

test("a folder that its repository ignores as a whole is walked, and the result says so", async () => {
  const root = repository({ ".gitignore": "out/\n", "out/a.py": "bad" });
  const scanned = await scanFolder(join(root, "out"));
  expect(found(scanned)).toEqual(["a.py"]);
  expect(troubles(scanned.result)).toEqual(["discover | partial | git ignores this whole folder: the folder was walked instead, honouring .gitignore files, and nothing is said of its commit."]);
});

test("without git on the machine the folder is walked, and the result says so", async () => {
  const root = repository({ "a.py": "bad", ".gitignore": "b.py\n", "b.py": "bad" });
  const path = process.env["PATH"];
  process.env["PATH"] = temporaryFolder();
  onTestFinished(() => {
    process.env["PATH"] = path;
  });
  const scanned = await scanFolder(root);
  expect(found(scanned)).toEqual(["a.py"]);
  expect(troubles(scanned.result)).toEqual(["discover | partial | git could not list the files (git is not installed): the folder was walked instead, honouring .gitignore files, and nothing is said of its commit."]);
});

test("a broken repository is walked, and the result says so", async () => {
  const root = repository({ "a.py": "bad" });
  writeFileSync(join(root, ".git/HEAD"), "nonsense");
  const scanned = await scanFolder(root);
  expect(found(scanned)).toEqual(["a.py"]);
  expect(troubles(scanned.result)).toEqual([expect.stringMatching(/^discover \| partial \| git could not list the files \(fatal: .*\): the folder was walked instead/)]);
});

test("the scanned repository's configuration runs nothing", async () => {
  const root = repository({ "a.py": "bad", ".gitattributes": "*.py filter=evil\n" });
  const mark = join(temporaryFolder(), "ran");
  const script = join(temporaryFolder(), "evil.sh");
  writeFileSync(script, `#!/bin/sh\ntouch ${mark}\n`);
  chmodSync(script, 0o755);
  git(root, "add", ".");
  git(root, "commit", "-qm", "one");
  for (const key of ["core.fsmonitor", "core.sshCommand", "core.pager", "filter.evil.clean", "filter.evil.process", "core.editor", "diff.external"]) git(root, "config", key, script);
  writeFileSync(join(root, ".git/hooks/post-index-change"), `#!/bin/sh\ntouch ${mark}\n`, { mode: 0o755 });
  writeTree(root, { "a.py": "bad too" });
  expect(found(await scanFolder(root))).toEqual(["a.py"]);
  expect(existsSync(mark)).toBe(false);
});

test("symbolic links are not followed: not out of the tree, not into it, not in a loop", async () => {
  const outside = tree({ "evil.py": "bad" });
  const root = tree({ "a.py": "bad" });
  symlinkSync(outside, join(root, "out"));
  symlinkSync(join(outside, "evil.py"), join(root, "evil.py"));
  symlinkSync("a.py", join(root, "same.py"));
  symlinkSync(".", join(root, "loop"));
  const scanned = await scanFolder(root);
  expect(found(scanned)).toEqual(["a.py"]);
  expect(troubles(scanned.result)).toEqual(["evil.py", "loop", "out", "same.py"].map((path) => `discover | ${path} | skipped | A symbolic link: links are not followed; what is in the tree is scanned at its own place.`));
});

test("a file that git lists behind a symbolic link is not read", async () => {
  const outside = tree({ "evil.py": "bad" });
  const root = repository({ "lib/evil.py": "bad", "a.py": "bad" });
  git(root, "add", ".");
  rmSync(join(root, "lib"), { recursive: true });
  symlinkSync(outside, join(root, "lib"));
  const scanned = await scanFolder(root);
  expect(found(scanned)).toEqual(["a.py"]);
  expect(troubles(scanned.result)[1]).toBe("discover | lib/evil.py | skipped | It lies behind a symbolic link. Links are not followed; what is in the tree is scanned at its own place.");
});

test("a submodule is listed as skipped", async () => {
  const module = repository({ "m.py": "bad" });
  git(module, "add", ".");
  git(module, "commit", "-qm", "one");
  const root = repository({ "a.py": "bad" });
  git(root, "submodule", "--quiet", "add", module, "module");
  const scanned = await scanFolder(root);
  expect(found(scanned)).toEqual(["a.py"]);
  expect(troubles(scanned.result)).toEqual(["discover | module | skipped | A git repository of its own (a submodule, or one that is nested): scan it by itself."]);
});

test.skipIf(process.platform === "win32")("a pipe is neither opened nor waited for", async () => {
  const root = tree({ "a.py": "bad" });
  execFileSync("mkfifo", [join(root, "pipe.py")]);
  const scanned = await scanFolder(root);
  expect(found(scanned)).toEqual(["a.py"]);
  expect(troubles(scanned.result)).toEqual(["discover | pipe.py | skipped | Neither a file nor a folder (a pipe, a socket or a device)."]);
});

test.skipIf(process.platform !== "linux").each(["walked", "git"])("names that are not UTF-8 are scanned, and shown with their bytes (%s)", async (how) => {
  const root = tree({ "a.py": "bad", "größe.py": "bad" });
  mkdirSync(Buffer.concat([Buffer.from(`${root}/d`), Buffer.from([0xe9])]));
  writeFileSync(Buffer.concat([Buffer.from(`${root}/d`), Buffer.from([0xe9]), Buffer.from("/ok.py")]), "bad");
  writeFileSync(Buffer.concat([Buffer.from(`${root}/f`), Buffer.from([0xff]), Buffer.from("\n.py")]), "bad");
  if (how === "git") git(root, "init", "-q");
  expect(found(await scanFolder(root))).toEqual(["a.py", "d\\xE9/ok.py", "f\\xFF\n.py", "größe.py"]);
});

test("a file of 1 GB is listed as skipped and not read; a control that wanted it does not pass", async () => {
  const root = tree({ "a.py": "good", "big.py": "bad" });
  truncateSync(join(root, "big.py"), 1024 ** 3);
  const { result } = await scanFolder(root);
  expect(troubles(result)).toEqual(["read | big.py | skipped | 1073741824 bytes: larger than the limit of 67108864. Raise the limit, or exclude it."]);
  expect(result.results).toEqual([{ control: "SECRET-01", status: "indeterminate", reason: "No bad word. One file or folder could not be analysed.", proof: [] }]);
  expect(result.coverage).toMatchObject({ listed: 2, analysed: 1, skipped: 1 });
});

test("a file larger than an extractor looks at is listed as skipped", async () => {
  const small = pluginFile("small", `extractors: [{ name: "small/x", version: "1", wants: { maxBytes: 3 }, when: "always", extract: () => ({}) }]`);
  const { result } = await scanAll({ root: tree({ "a.py": "four", "b.py": "3" }), plugins: [small] });
  expect(troubles(result)).toEqual(["extract | small | a.py | skipped | 4 bytes: small/x looks at no file of more than 3."]);
});

test("one line of 5 MB, NUL bytes, UTF-16, invalid UTF-8 and carriage returns are read", async () => {
  const { result } = await scanFolder(
    tree({ "line.py": `${"x".repeat(5_000_000)}bad`, "nul.py": "a\0\0bad", "utf16.py": Buffer.from("\uFEFFbad", "utf16le"), "invalid.py": Buffer.from([0xff, 0x0a, 0x62, 0x61, 0x64]), "crlf.py": "a\r\nbad\r\n", "bom.py": "\uFEFFbad" }),
  );
  expect(result.findings.map(({ span }) => `${span.path}:${span.line}`)).toEqual(["bom.py:1", "crlf.py:2", "invalid.py:2", "line.py:1", "nul.py:1", "utf16.py:1"]);
  expect(troubles(result)).toEqual([]);
});

test.skipIf(process.platform === "win32")("what cannot be read is named, the scan is partial, and a control that wanted it does not pass", async () => {
  const root = tree({ "a.py": "good", "locked.py": "bad", "closed/b.py": "bad" });
  const asNobody = process.getuid?.() === 0;
  chmodSync(join(root, "locked.py"), 0);
  chmodSync(join(root, "closed"), 0);
  for (const folder of [root, join(root, "..")]) chmodSync(folder, 0o755);
  onTestFinished(() => chmodSync(join(root, "closed"), 0o755));
  if (asNobody) process.seteuid?.(65_534);
  try {
    const { result } = await scanFolder(root);
    expect(troubles(result)).toEqual([
      "discover | closed | failed | The folder could not be opened (EACCES), and nothing in it was scanned. Give the scanning user read access, or exclude it.",
      "read | locked.py | failed | Not readable for the scanning user. Give read access, or exclude it.",
    ]);
    expect(result).toMatchObject({ status: "partial", coverage: { failed: 2 } });
    expect(result.results.map(({ status, reason }) => `${status}: ${reason}`)).toEqual(["indeterminate: No bad word. 2 files or folders could not be analysed."]);
  } finally {
    if (asNobody) process.seteuid?.(0);
  }
});

test("a file that is deleted while the scan runs is listed as skipped", async () => {
  const root = tree({ "a.py": "bad", "b.py": "bad", "c.py": "bad" });
  const deleting = pluginFile("deleting", `extractors: [{ name: "deleting/b", version: "1", wants: {}, when: "always", extract: ({ file }) => { if (file.path === "a.py") rmSync(${JSON.stringify(join(root, "b.py"))}); } }]`, `import { rmSync } from "node:fs";`);
  const scanned = await scanAll({ root, plugins: [wordsPlugin(), deleting], threads: 1 });
  expect(found(scanned)).toEqual(["a.py", "c.py"]);
  expect(troubles(scanned.result)).toEqual(["read | b.py | skipped | Deleted while the scan ran."]);
  expect(scanned.result.status).toBe("complete");
});

test("a tree without Python says that no endpoint was looked for", async () => {
  const linker = pluginFile("lang", `extractors: [{ name: "lang/m", version: "1", wants: {}, when: "on-demand", extract: () => ({}) }],
    linkers: [{ name: "lang", version: "1", language: "lang", extensions: [".py"], extractor: "lang/m", link: async () => ({ applications: [], endpoints: [], coverage: { mounts: { resolved: 0, unresolved: 0 }, routes: { resolved: 0, unresolved: 0 }, unresolved: [] }, consulted: [], missed: [], trace: () => undefined }) }]`);
  const { result } = await scanAll({ root: tree({ "a.go": "package main" }), plugins: [linker] });
  expect(troubles(result)).toEqual(["link | lang | skipped | There is no .py file: no endpoint was looked for. Check the path."]);
});
