import { appendFileSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { scanCommits } from "../src/index.ts";
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
