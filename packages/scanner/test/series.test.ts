import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { digestCommits, firstParents, scanCommits, type Digester } from "../src/index.ts";
import { git, pluginFile, routesPlugin, scanAll, temporaryFolder, tree, wordsPlugin, writeTree } from "./workbench.ts";

const files = { "app.py": "fourwords\nuse sub/other.py\nuse later.py\nroute GET /items\n", "sub/other.py": "route DELETE /items\nbad\n", "notes.py": "bad\n", "readme.md": "words\n" };

/** A repository whose main line changes, renames, deletes and merges files, and touches what no endpoint rests on. */
function repository(): { readonly root: string; readonly line: readonly string[] } {
  const root = tree(files);
  git(root, "init", "-q", "-b", "main");
  const commit = (message: string): void => {
    git(root, "add", "-A");
    git(root, "commit", "-qm", message);
  };
  commit("one");
  writeTree(root, { "readme.md": "other words\n" });
  commit("a file that nothing rests on");
  appendFileSync(join(root, "sub/other.py"), "route POST /items\n");
  commit("a route");
  renameSync(join(root, "sub"), join(root, "part"));
  writeTree(root, { "app.py": files["app.py"].replace("sub/", "part/") });
  commit("a folder renamed");
  git(root, "checkout", "-qb", "side", "HEAD~2");
  writeTree(root, { "later.py": "route PUT /later\n" });
  commit("a module that was looked for in vain");
  git(root, "checkout", "-q", "main");
  git(root, "merge", "-q", "--no-ff", "-m", "a merge", "side");
  rmSync(join(root, "notes.py"));
  commit("a file deleted");
  mkdirSync(join(root, "tests"));
  writeFileSync(join(root, "tests/__init__.py"), "");
  commit("a package, which changes what files are");
  git(root, "revert", "--no-edit", "HEAD~1");
  return { root, line: git(root, "rev-list", "--reverse", "--first-parent", "HEAD").trim().split("\n") };
}

test.each([["with a cache", true], ["without one", false]])("each commit of a series has the very result of a scan of it from nothing, %s", async (_how, cached) => {
  const { root, line } = repository();
  const plugins = [routesPlugin(), wordsPlugin()];
  const request = { root, plugins: plugins.map((specifier) => ({ specifier })), ...(cached && { cacheFolder: temporaryFolder() }) };
  const reused: boolean[] = [];
  for await (const one of scanCommits(request, line)) {
    const { result } = await scanAll({ root, plugins, commit: one.commit });
    expect(JSON.stringify(one.result()), one.commit).toBe(JSON.stringify(result));
    reused.push(one.reused);
  }
  // Of the commits after the first, the one that touched words alone and no module rests on what was there.
  expect(reused).toEqual([false, true, false, false, false, false, true, false]);
});

test("a content is extracted once in a whole history, and never by a later run", async () => {
  const { root, line } = repository();
  const log = join(temporaryFolder(), "log");
  const plugin = pluginFile("log", `extractors: [{ name: "log/texts", version: "1", wants: { extensions: [".py", ".md"] }, when: "always", extract: ({ text }) => { appendFileSync(${JSON.stringify(log)}, JSON.stringify(text()) + "\\n"); return undefined; } }]`, `import { appendFileSync } from "node:fs";`);
  const request = { root, plugins: [{ specifier: plugin }], cacheFolder: temporaryFolder(), threads: 1 };
  const run = async (commits: readonly string[]): Promise<string[]> => {
    writeFileSync(log, "");
    for await (const one of scanCommits(request, commits)) expect(one.result().status).toBe("complete");
    return readFileSync(log, "utf8").trim().split("\n");
  };
  const read = await run(line);
  expect(new Set(read).size).toBe(read.length);
  expect(await run(line)).toEqual([""]);
});

test("a series that is left early ends its threads", async () => {
  const { root, line } = repository();
  for await (const one of scanCommits({ root, plugins: [{ specifier: routesPlugin() }] }, line)) {
    expect(one.reused).toBe(false);
    break;
  }
});

const texts: Digester<string> = { name: "texts", of: (result) => JSON.stringify(result), encode: (text) => Buffer.from(text), decode: (bytes) => Buffer.from(bytes).toString("utf8") };

/** A line long enough for stretches of it to be scanned side by side. */
function longRepository(): string {
  const root = tree(files);
  git(root, "init", "-q", "-b", "main");
  for (let round = 0; round < 20; round++) {
    writeTree(root, round % 3 === 0 ? { "sub/other.py": `route DELETE /items${round}\nbad\n` } : { "readme.md": `${round} words\n` });
    git(root, "add", "-A");
    git(root, "commit", "-qm", `round ${round}`);
  }
  return root;
}

test("what stretches of a line come to side by side is what each commit comes to by itself, in the line's order, and is known to later runs", async () => {
  const root = longRepository();
  const plugins = [routesPlugin(), wordsPlugin()];
  const line = (await firstParents({ root, to: "HEAD", signal: new AbortController().signal })).commits.map(({ commit }) => commit);
  const cacheFolder = temporaryFolder();
  const run = async (threads: number, commits: readonly string[]): Promise<(readonly [string, string])[]> => {
    const found: (readonly [string, string])[] = [];
    for await (const { commit, digest } of digestCommits({ root, plugins: plugins.map((specifier) => ({ specifier })), threads, ...(threads > 1 && { cacheFolder }) }, commits, texts)) found.push([commit, digest]);
    return found;
  };
  const alone = await run(1, line);
  expect(alone.map(([commit]) => commit)).toEqual(line);
  // A part is known from before, and the rest is in stretches around it.
  const known = line.slice(9, 11);
  expect(await run(2, known)).toEqual(alone.slice(9, 11));
  expect(await run(2, line)).toEqual(alone);
  expect(await run(2, line)).toEqual(alone);
});

test("a stretch that fails, and one who leaves early, end all threads", async () => {
  const root = longRepository();
  const line = (await firstParents({ root, to: "HEAD", signal: new AbortController().signal })).commits.map(({ commit }) => commit);
  const request = { root, plugins: [{ specifier: routesPlugin() }], threads: 2, cacheFolder: temporaryFolder() };
  const broken = [...line.slice(0, 12), "f".repeat(40), ...line.slice(12)];
  const seen: string[] = [];
  await expect(async () => {
    for await (const { commit } of digestCommits(request, broken, texts)) seen.push(commit);
  }).rejects.toThrow("could not be listed");
  expect(seen).toEqual(line.slice(0, seen.length));
  for await (const { commit } of digestCommits({ ...request, cacheFolder: temporaryFolder() }, line, texts)) {
    expect(commit).toBe(line[0]);
    break;
  }
});
