import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Finding, ScanResult } from "@muster/contract";
import { beforeEach, describe, expect, test } from "vitest";
import { scan, ScanTargetError, type ScanRequest } from "../src/index.ts";
import { git, pluginFile, scanAll, temporaryFolder, tree, troubles, writeTree } from "./workbench.ts";

/** Reports every word that begins with `bad-`, in the tree and in the history. */
function badPlugin(): string {
  return pluginFile(
    "words",
    `
    extractors: [{ name: "words/bad", version: "1", wants: {}, when: "always",
      extract: ({ text }) => { const found = text().split("\\n").flatMap((line, index) => [...line.matchAll(/bad-\\w+/g)].map(([word]) => ({ word, line: index + 1 }))); return found.length === 0 ? undefined : found; } }],
    analysis, history: { ...analysis, controls: [{ ...analysis.controls[0], control: "SECRET-02" }] }`,
    `
    const span = (path, line) => ({ path, line, column: 1, endLine: line, endColumn: 2 });
    const meta = { id: "words/bad", title: "Bad word", why: "It is bad.", mend: "Take it out.", messages: { found: "{word}" }, controls: ["SECRET-01", "SECRET-02"], owasp: [], cwe: [], severity: "high", confidence: "high", stability: "stable" };
    const analysis = { uses: ["words/bad"], rules: [{ meta,
      *judge(input) { for (const { path, fact } of input.facts("words/bad")) for (const { word, line } of fact) yield { message: "found", data: { word }, span: span(path, line), symbol: "", identity: word, severity: /(^|\\/)tests\\//.test(path) ? "low" : "high", proof: [] }; } }],
      controls: [{ control: "SECRET-01", *judge(input) { const { length } = input.facts("words/bad"); yield length === 0 ? { status: "pass", reason: "No bad word.", proof: [] } : { status: "fail", reason: "Bad words.", proof: [] }; } }] };`,
  );
}

/** Of the running test: a later scan of it finds what an earlier one kept by it. */
let plugin = "";
beforeEach(() => {
  plugin = badPlugin();
});

let clock = 1_700_000_000;

/** Commits what lies in the folder, at a time of its own. */
function commit(root: string, files: Readonly<Record<string, string | Uint8Array | undefined>>, message = "change"): string {
  for (const [path, content] of Object.entries(files)) {
    if (content === undefined) rmSync(join(root, path));
    else writeTree(root, { [path]: content });
  }
  git(root, "add", "-A");
  clock += 60;
  git(root, "-c", "commit.gpgSign=false", "commit", "-q", "--allow-empty", "-m", message, `--date=${clock} +0000`);
  return git(root, "rev-parse", "HEAD").trim();
}

function repository(files: Readonly<Record<string, string>> = { "a.txt": "fine\n" }): string {
  const root = tree(files);
  git(root, "init", "-q");
  commit(root, {});
  return root;
}

async function history(root: string, more: { readonly cacheFolder?: string; readonly dangling?: boolean; readonly threads?: number; readonly plugins?: readonly string[]; readonly exclude?: readonly string[] } = {}): Promise<ScanResult> {
  const { dangling = false, plugins = [plugin], ...rest } = more;
  return (await scanAll({ root, plugins, history: { dangling }, ...rest })).result;
}

/** Scans in a process of its own, which is killed once so many contents were looked at. */
async function scanAndKill(contents: number, request: Omit<ScanRequest, "signal">): Promise<void> {
  const program = `import { scan } from ${JSON.stringify(new URL("../src/index.ts", import.meta.url).href)};
    for await (const event of scan(${JSON.stringify(request)})) if (event.kind === "history" && event.contents > ${contents}) process.kill(process.pid, "SIGKILL");`;
  const child = spawn(process.execPath, ["--conditions=@muster/source", "--input-type=module", "--eval", program], { stdio: "inherit" });
  expect(await once(child, "exit")).toEqual([null, "SIGKILL"]);
}

const word = (result: ScanResult, name: string): Finding | undefined => result.findings.find(({ message }) => message === name);
const told = (finding: Finding | undefined) => ({ first: finding?.history?.first?.id, last: finding?.history?.last?.id, inTree: finding?.history?.inTree, paths: finding?.history?.places.map(({ path }) => path) });
const control = (result: ScanResult) => result.results.find((one) => one.control === "SECRET-02");

describe("a word of the history", () => {
  test("is told with the first and last commit that held it, whether it is still in the tree, and when it came", async () => {
    const root = repository();
    const first = commit(root, { "a.py": "bad-one\n" });
    const moved = commit(root, { "a.py": "\n\nbad-one\n" });
    commit(root, { "a.py": "good\n" });
    const kept = commit(root, { "b.py": "bad-two bad-two\n" });
    const result = await history(root);
    expect(told(word(result, "bad-one"))).toEqual({ first, last: moved, inTree: false, paths: ["a.py"] });
    expect(word(result, "bad-one")?.history).toMatchObject({ first: { order: 2, landed: first, authored: new Date((clock - 180) * 1000).toISOString().replace(".000", "") }, last: { order: 3 }, refs: { count: 0 }, places: [{ line: 3, count: 1 }] });
    expect(word(result, "bad-one")?.span).toMatchObject({ path: "a.py", line: 3 });
    expect(told(word(result, "bad-two"))).toEqual({ first: kept, last: kept, inTree: true, paths: ["b.py"] });
    expect(word(result, "bad-two")?.history).toMatchObject({ refs: { count: 1, names: ["refs/heads/main"] }, places: [{ count: 2 }] });
    // What lies in the tree is told as often as it lies there, each with its history.
    expect(result.findings.map(({ message }) => message).sort()).toEqual(["bad-one", "bad-two", "bad-two"]);
    expect(control(result)).toMatchObject({ status: "fail" });
    expect(result.history).toEqual({ commits: 5, refs: 1, contents: 5, analysed: 5, missing: 0, failed: 0, pointers: 0, shallow: false });
    expect(result.status).toBe("complete");
  });

  test("that a merge alone brought, that a side branch, a tag or an orphan alone holds, is found", async () => {
    const root = repository();
    git(root, "checkout", "-qb", "side");
    const side = commit(root, { "side.py": "bad-side\n" });
    git(root, "checkout", "-q", "main");
    commit(root, { "main.py": "fine\n" });
    git(root, "merge", "-q", "--no-commit", "side");
    writeTree(root, { "evil.py": "bad-merge\n" });
    const merge = commit(root, { "side.py": undefined });
    git(root, "checkout", "-q", "--orphan", "lost");
    git(root, "rm", "-rfq", ".");
    const orphan = commit(root, { "deep/er/o.py": "bad-orphan\n" });
    git(root, "tag", "v1");
    git(root, "checkout", "-q", "main");
    git(root, "branch", "-qD", "lost");
    const result = await history(root);
    expect(told(word(result, "bad-side"))).toEqual({ first: side, last: side, inTree: false, paths: ["side.py"] });
    expect(word(result, "bad-side")?.history?.first?.landed).toBe(merge);
    expect(told(word(result, "bad-merge"))).toEqual({ first: merge, last: merge, inTree: true, paths: ["evil.py"] });
    expect(told(word(result, "bad-orphan"))).toEqual({ first: orphan, last: orphan, inTree: false, paths: ["deep/er/o.py"] });
    expect(word(result, "bad-orphan")?.history?.refs).toEqual({ count: 1, names: ["refs/tags/v1"] });
    expect(word(result, "bad-orphan")?.history?.first).not.toHaveProperty("landed");
  });

  test("is one finding wherever it lay, told at its worst place", async () => {
    const root = repository();
    const first = commit(root, { "app/x.py": "bad-word\n" });
    git(root, "mv", "app/x.py", "y.py");
    commit(root, {});
    commit(root, { "y.py": undefined, "tests/t.py": "bad-word\n" });
    const result = await history(root);
    // The tree holds it in a test, where it weighs little; before, it lay in the code.
    expect(result.findings.map(({ severity, span }) => [severity, span.path])).toEqual([["low", "tests/t.py"], ["high", "y.py"]]);
    for (const finding of result.findings) expect(told(finding)).toMatchObject({ first, inTree: true, paths: ["app/x.py", "tests/t.py", "y.py"] });
  });

  test("that only the changes of the work tree hold is told without a history", async () => {
    const root = repository();
    writeTree(root, { "new.py": "bad-new\n" });
    const result = await history(root);
    expect(word(result, "bad-new")).toBeDefined();
    expect(word(result, "bad-new")?.history).toBeUndefined();
    expect(control(result)).toMatchObject({ status: "pass" });
  });

  test("in a path that is excluded, or outside of the folder, is not looked for", async () => {
    const root = repository();
    commit(root, { "one/a.py": "bad-a\n", "two/b.py": "bad-b\n" });
    commit(root, { "one/a.py": "good\n", "two/b.py": "good\n" });
    expect((await history(root, { exclude: ["two"] })).findings.map(({ message }) => message)).toEqual(["bad-a"]);
    const part = await history(join(root, "two"));
    expect(part.findings.map(({ message, span }) => [message, span.path])).toEqual([["bad-b", "b.py"]]);
  });

  test("with a name that is no UTF-8, with line breaks or quotes, is told by its name", async () => {
    const root = repository();
    writeFileSync(Buffer.concat([Buffer.from(`${root}/caf`), Buffer.from([0xe9]), Buffer.from(".py")]), "bad-latin\n");
    commit(root, { 'a "b"\n:c.py': "bad-quote\n" });
    const result = await history(root);
    expect(told(word(result, "bad-latin")).paths).toEqual(["caf\\xE9.py"]);
    expect(told(word(result, "bad-quote")).paths).toEqual(['a "b"\n:c.py']);
  });
});

describe("a second look", () => {
  test("at an unchanged history reads nothing, and says the same; the number of threads changes nothing", async () => {
    const root = repository();
    for (let index = 0; index < 30; index++) commit(root, { [`f${index % 5}.py`]: `bad-${index % 7}\n${"x".repeat(index)}` });
    const cacheFolder = temporaryFolder();
    const request = { root, plugins: [plugin], history: { dangling: false } };
    const texts = [];
    for (const threads of [1, 2, 8]) texts.push(JSON.stringify((await scanAll({ ...request, threads })).result));
    texts.push(JSON.stringify((await scanAll({ ...request, cacheFolder })).result));
    const again = await scanAll({ ...request, cacheFolder });
    texts.push(JSON.stringify(again.result));
    expect(new Set(texts).size).toBe(1);
    expect(again.events.some(({ kind }) => kind === "history")).toBe(false);
  });

  test("after new commits compares these alone, and says what a first look says", async () => {
    const root = repository();
    for (let index = 0; index < 10; index++) commit(root, { "a.py": `bad-${index}\n`, "b.py": "bad-always\n" });
    const cacheFolder = temporaryFolder();
    await history(root, { cacheFolder });
    git(root, "checkout", "-qb", "side", "HEAD~3");
    commit(root, { "a.py": "bad-new bad-3\n", "b.py": undefined });
    git(root, "checkout", "-q", "main");
    commit(root, { "c.py": "bad-late\n" });
    const running = await scanAll({ root, plugins: [plugin], history: { dangling: false }, cacheFolder });
    expect(running.events.flatMap((event) => (event.kind === "note" && event.text.includes("compare") ? [event.text] : []))).toEqual(["2 commits to compare"]);
    expect(JSON.stringify(running.result)).toBe(JSON.stringify(await history(root)));
    expect(told(word(running.result, "bad-always")).inTree).toBe(true);
  });

  test("where contents are missing compares new commits alone while they are, and all once they have come", async () => {
    const root = repository();
    commit(root, { "a.py": "bad-old\n" });
    commit(root, { "a.py": "bad-now\n" });
    git(root, "config", "uploadpack.allowFilter", "true");
    const clone = join(temporaryFolder(), "clone");
    git(root, "clone", "-q", "--filter=blob:none", `file://${root}`, clone);
    const cacheFolder = temporaryFolder();
    const request = { root: clone, plugins: [plugin], history: { dangling: false }, cacheFolder };
    await scanAll(request);
    commit(clone, { "b.py": "bad-new\n" });
    const again = await scanAll(request);
    expect(JSON.stringify(again.result)).toBe(JSON.stringify(await history(clone)));
    expect(again.events.flatMap((event) => (event.kind === "note" && event.text.includes("compare") ? [event.text] : []))).toEqual(["1 commits to compare"]);
    expect(word(again.result, "bad-new")).toBeDefined();
    expect(word(again.result, "bad-old")).toBeUndefined();
    git(clone, "fetch", "-q", "--refetch", "--no-filter");
    expect(word(await history(clone, { cacheFolder }), "bad-old")).toBeDefined();
  });

  test("after commits are gone does not tell of what they alone held", async () => {
    const root = repository();
    commit(root, { "a.py": "bad-kept\n" });
    commit(root, { "a.py": "bad-gone\n" });
    const cacheFolder = temporaryFolder();
    expect((await history(root, { cacheFolder })).findings).toHaveLength(2);
    git(root, "reset", "-q", "--hard", "HEAD~1");
    commit(root, { "z.py": "fine\n" });
    const result = await history(root, { cacheFolder });
    expect(result.findings.map(({ message }) => message)).toEqual(["bad-kept"]);
    expect(JSON.stringify(result)).toBe(JSON.stringify(await history(root)));
  });

  test("after one that was stopped goes on where that was", async () => {
    const root = repository();
    for (let index = 0; index < 4; index++) commit(root, Object.fromEntries(Array.from({ length: 300 }, (_, file) => [`d/f${file}.py`, `${index} ${file}\n`])));
    const cacheFolder = temporaryFolder();
    const log = join(temporaryFolder(), "log");
    const counting = pluginFile("words", `extractors: [{ name: "words/bad", version: "1", wants: {}, when: "always", extract: ({ text }) => { const until = performance.now() + 1; while (performance.now() < until); appendFileSync(${JSON.stringify(log)}, "x"); return text().includes("bad-") ? [1] : undefined; } }], history: { uses: ["words/bad"], rules: [], controls: [] }`, 'import { appendFileSync } from "node:fs";');
    const request = { root, plugins: [{ specifier: counting }], history: { dangling: false }, cacheFolder, threads: 1 };
    const stop = new AbortController();
    const running = scan({ ...request, signal: stop.signal });
    let before = 0;
    for await (const event of running) {
      if (event.kind !== "history") continue;
      before = event.contents;
      if (before > 500) stop.abort(new Error("stopped"));
    }
    await expect(running.result).rejects.toThrow("stopped");
    const started = statSync(log).size;
    const { history: coverage } = await scan(request).result;
    expect(coverage?.analysed).toBe(1_201);
    expect(statSync(log).size - started).toBeLessThan(1_201 + 301 - before + 50);
  });

  test("after one whose process was killed goes on where that was, and comes to the same bytes", async () => {
    const root = repository();
    for (let index = 0; index < 3; index++) commit(root, Object.fromEntries(Array.from({ length: 200 }, (_, file) => [`d/f${file}.py`, `bad-${file % 9} ${index} ${file}\n`])));
    const log = join(temporaryFolder(), "log");
    const slow = pluginFile("words", `extractors: [{ name: "words/bad", version: "1", wants: {}, when: "always",
      extract: ({ text }) => { const until = performance.now() + 10; while (performance.now() < until); appendFileSync(${JSON.stringify(log)}, "x"); return [...text().matchAll(/bad-\\d/g)].map(([word]) => word); } }],
      history: { uses: ["words/bad"], controls: [], rules: [{ meta, *judge(input) { for (const { path, fact } of input.facts("words/bad")) for (const word of fact) yield { message: "found", data: { word }, span: { path, line: 1, column: 1, endLine: 1, endColumn: 2 }, symbol: "", identity: word, proof: [] }; } }] }`,
      `import { appendFileSync } from "node:fs"; const meta = { id: "words/bad", title: "", why: "", mend: "", messages: { found: "{word}" }, controls: [], owasp: [], cwe: [], severity: "high", confidence: "high", stability: "stable" };`);
    const request = { root, plugins: [{ specifier: slow }], history: { dangling: false }, threads: 1 };
    const cacheFolder = temporaryFolder();
    await scanAndKill(450, { ...request, cacheFolder });
    const started = statSync(log).size;
    const { result } = await scanAll({ ...request, plugins: [slow], cacheFolder });
    // What lay in memory when it was killed is extracted again: what two seconds bring.
    expect(statSync(log).size - started).toBeLessThan(601 - 50);
    expect(JSON.stringify(result)).toBe(JSON.stringify((await scanAll({ ...request, plugins: [slow] })).result));
    expect(result.findings).toHaveLength(9);
  });
});

describe("a repository", () => {
  test("without a work tree is looked at all the same; its tree is not called clean", async () => {
    const root = repository();
    commit(root, { "a.py": "bad-one\n" });
    const bare = join(temporaryFolder(), "shop.git");
    git(root, "clone", "-q", "--bare", root, bare);
    const result = await history(bare);
    expect(told(word(result, "bad-one"))).toMatchObject({ inTree: true });
    expect(result.results.map(({ control: id, status }) => `${id} ${status}`)).toEqual(["SECRET-01 indeterminate", "SECRET-02 fail"]);
    await expect(history(join(root, ".git"))).resolves.toMatchObject({ findings: [{ message: "bad-one" }] });
    await expect(scanAll({ root: bare, plugins: [plugin] })).rejects.toThrow(ScanTargetError);
  });

  test("that is none, and one without a commit, say so", async () => {
    await expect(history(tree({ "a.py": "bad\n" }))).rejects.toThrow(/has no history to look at.*not a git repository/u);
    const empty = tree({ "a.py": "bad-tree\n" });
    git(empty, "init", "-q");
    expect(await history(empty)).toMatchObject({ history: { commits: 0, contents: 0 }, findings: [{ message: "bad-tree" }] });
  });

  test("that is shallow passes no control, and says what to do", async () => {
    const root = repository();
    commit(root, { "a.py": "bad-deep\n" });
    commit(root, { "a.py": "good\n" });
    const clone = join(temporaryFolder(), "clone");
    git(root, "clone", "-q", "--depth", "1", `file://${root}`, clone);
    const result = await history(clone);
    expect(result.findings).toEqual([]);
    expect(control(result)).toMatchObject({ status: "indeterminate", reason: expect.stringContaining("git fetch --unshallow") });
    expect(result.history).toMatchObject({ commits: 1, shallow: true });
    expect(result.status).toBe("complete");
  });

  test.each([
    ["contents", "blob:none"],
    ["trees", "tree:0"],
  ])("that was cloned without its %s fetches nothing, looks at what is there, and says what is missing", async (_, filter) => {
    const root = repository();
    commit(root, { "a.py": "bad-old\n" });
    commit(root, { "a.py": "bad-now\n" });
    git(root, "config", "uploadpack.allowFilter", "true");
    const clone = join(temporaryFolder(), "clone");
    git(root, "clone", "-q", `--filter=${filter}`, `file://${root}`, clone);
    renameSync(root, `${root}-away`);
    const objects = git(clone, "count-objects", "-v");
    const result = await history(clone);
    expect(git(clone, "count-objects", "-v")).toBe(objects);
    expect(word(result, "bad-now")).toBeDefined();
    expect(word(result, "bad-old")).toBeUndefined();
    expect(troubles(result).join("\n")).toMatch(filter === "tree:0" ? /history \| failed \| The trees of (?:one commit|\d commits) could not be compared .* git fetch --refetch --no-filter/u : /history \| partial \| One content is not in this clone, and nothing was fetched.*git fetch --refetch --no-filter/u);
  });

  test("with a damaged object loses that object alone, and is not complete", async () => {
    const root = repository();
    for (let index = 0; index < 6; index++) commit(root, { "a.py": `bad-${index}\n${"long enough ".repeat(20)}` });
    const id = git(root, "rev-parse", "HEAD~2:a.py").trim();
    const file = join(root, ".git/objects", id.slice(0, 2), id.slice(2));
    const bytes = readFileSync(file);
    rmSync(file);
    bytes.fill(0, 8, 24);
    writeFileSync(file, bytes);
    const result = await history(root);
    expect(result.findings.map(({ message }) => message).sort()).toEqual(["bad-0", "bad-1", "bad-2", "bad-4", "bad-5"]);
    expect(result.status).toBe("partial");
    expect(troubles(result).join("\n")).toMatch(/history \|.*failed \|.*git fsck/u);
  });

  test("with a damaged pack says so, and still ends", async () => {
    const root = repository();
    for (let index = 0; index < 20; index++) commit(root, { "a.py": `bad-${index}\n${"text ".repeat(index * 10)}` });
    git(root, "gc", "-q", "--prune=now");
    const packs = join(root, ".git/objects/pack");
    const pack = join(packs, readdirSync(packs).find((name) => name.endsWith(".pack")) ?? "");
    const bytes = readFileSync(pack);
    bytes.fill(0xff, Math.floor(bytes.length * 0.6), Math.floor(bytes.length * 0.7));
    rmSync(pack);
    writeFileSync(pack, bytes);
    const result = await history(root);
    expect(result.status).toBe("partial");
    expect(control(result)?.status).not.toBe("pass");
  });

  test("with a submodule and pointers to large files names them", async () => {
    const other = repository();
    const root = repository();
    git(root, "submodule", "--quiet", "add", other, "vendor/other");
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${"4d".repeat(32)}\nsize 12345\n`;
    commit(root, { "model.bin": pointer });
    const cacheFolder = temporaryFolder();
    for (const result of [await history(root, { cacheFolder }), await history(root)]) {
      expect(troubles(result)).toEqual(expect.arrayContaining([expect.stringMatching(/history \| vendor\/other \| skipped \| A submodule/u), expect.stringMatching(/history \| skipped \| One content stands for files that Git LFS keeps/u)]));
      expect(result.history?.pointers).toBe(1);
      expect(control(result)?.status).toBe("pass");
    }
  });

  test("that names programs in its configuration has none of them run", async () => {
    const root = repository();
    commit(root, { "a.py": "bad-one\n", ".gitattributes": "*.py diff=evil filter=evil\n" });
    const mark = join(temporaryFolder(), "ran");
    for (const key of ["core.fsmonitor", "diff.external", "diff.evil.command", "diff.evil.textconv", "filter.evil.smudge", "filter.evil.clean", "gpg.program", "core.sshCommand", "core.pager", "core.alternateRefsCommand", "uploadpack.packObjectsHook"]) git(root, "config", key, `touch ${mark}; cat`);
    git(root, "config", "log.showSignature", "true");
    git(root, "config", "remote.origin.url", `ext::sh -c "touch ${mark}"`);
    git(root, "config", "remote.origin.promisor", "true");
    expect((await history(root)).findings).toHaveLength(1);
    expect(existsSync(mark)).toBe(false);
  });

  test("whose history is hidden by grafts and replacements is seen through", async () => {
    const root = repository();
    const bad = commit(root, { "a.py": "bad-hidden\n" });
    const clean = commit(root, { "a.py": "good\n" });
    git(root, "replace", "--graft", clean);
    mkdirSync(join(root, ".git/info"), { recursive: true });
    writeFileSync(join(root, ".git/info/grafts"), `${clean}\n`);
    expect(told(word(await history(root), "bad-hidden"))).toMatchObject({ first: bad, last: bad });
  });

  test("of SHA-256 is looked at", async () => {
    const root = tree({ "a.py": "bad-one\n" });
    git(root, "init", "-q", "--object-format=sha256");
    const first = commit(root, {});
    expect(told(word(await history(root), "bad-one"))).toMatchObject({ first, inTree: true });
  });
});

describe("what no ref reaches", () => {
  test("is looked at where it is asked for: amended commits with their paths, contents without", async () => {
    const root = repository();
    const lost = commit(root, { "a.py": "bad-amended\n" });
    git(root, "reset", "-q", "--hard", "HEAD~1");
    execFileSync("git", ["hash-object", "-w", "--stdin"], { cwd: root, input: "bad-loose\n" });
    expect((await history(root)).findings).toEqual([]);
    const result = await history(root, { dangling: true });
    expect(told(word(result, "bad-amended"))).toEqual({ first: lost, last: lost, inTree: false, paths: ["a.py"] });
    expect(word(result, "bad-loose")?.history).toEqual({ inTree: false, alone: true, refs: { count: 0, names: [] }, places: [expect.objectContaining({ path: "(no path)" })] });
    expect(result.history).toMatchObject({ commits: 2, unreachable: 1 });
  });
});

describe("what is too much", () => {
  test("a content that is too large is not read, and named", async () => {
    const root = repository();
    commit(root, { "big.py": Buffer.alloc(3_000_000, "bad-big ") });
    commit(root, { "big.py": "good\n" });
    const cacheFolder = temporaryFolder();
    const limits = { fileBytes: 1_000_000 };
    for (let times = 0; times < 2; times++) {
      const { result } = await scanAll({ root, plugins: [plugin], history: { dangling: false }, limits, cacheFolder });
      expect(troubles(result)).toContainEqual(expect.stringMatching(/history \| big\.py \| skipped \| A content of the history: 3000000 bytes/u));
      expect(control(result)).toMatchObject({ status: "indeterminate" });
      commit(root, { "other.py": "x\n" });
    }
  });

  test("an extractor that hangs on a content costs that content alone", async () => {
    const root = repository();
    commit(root, { "a.py": "hang\n", "b.py": "bad-b\n" });
    commit(root, { "a.py": "good\n" });
    const hanging = pluginFile("words", `extractors: [{ name: "words/bad", version: "1", wants: {}, when: "always", extract: ({ text }) => { if (text().includes("hang")) for (;;); return text().includes("bad") ? [1] : undefined; } }], history: { uses: ["words/bad"], rules: [], controls: [{ control: "SECRET-02", *judge() { yield { status: "pass", reason: "Fine.", proof: [] }; } }] }`);
    const { result } = await scanAll({ root, plugins: [hanging], history: { dangling: false }, limits: { fileMs: 400 } });
    expect(result.status).toBe("partial");
    expect(troubles(result).join("\n")).toMatch(/history \| a\.py \| failed \| A content of the history: words\/bad did not finish within 400 ms/u);
    expect(control(result)).toMatchObject({ status: "indeterminate" });
  });
});

test("a repository's own folder is not written to", async () => {
  const root = repository();
  commit(root, { "a.py": "bad-one\n" });
  const stamp = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`);
  const before = stamp(root);
  await history(root, { dangling: true });
  expect(stamp(root)).toEqual(before);
});
